package org.faasnetlab.cli.common;

import org.faasnetlab.LabException;

/** Work that Ctrl-C ends, because what is done in AWS can be gone on with at any time. */
public final class InterruptibleWork {
    private final Interrupts interrupts;

    public InterruptibleWork(Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    /** Returns an {@link ExitCode}. */
    @FunctionalInterface
    public interface Work {
        public int run() throws LabException, InterruptedException;
    }

    /**
     * @param farewell tells the user how to go on, as soon as Ctrl-C is pressed
     * @return the work's exit code, or {@link ExitCode#STOPPED}
     */
    @SuppressWarnings("try") // The registration is there to be closed last.
    public int run(Work work, Runnable farewell) throws LabException {
        Thread functionIndex = Thread.currentThread();
        try (Interrupts.Registration registration = interrupts.onInterrupt(() -> {
            farewell.run();
            functionIndex.interrupt();
        })) {
            return work.run();
        } catch (InterruptedException stopped) {
            return ExitCode.STOPPED;
        }
    }
}
