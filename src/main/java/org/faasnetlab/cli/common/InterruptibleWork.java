package org.faasnetlab.cli.common;

import org.faasnetlab.LabException;

/** Work that Ctrl-C interrupts, because operations in AWS can be resumed at any time. */
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
     * @param farewell tells the user how to resume, called when Ctrl-C is pressed
     * @return the work's exit code, or {@link ExitCode#STOPPED}
     */
    @SuppressWarnings("try") // The registration must be closed last.
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
