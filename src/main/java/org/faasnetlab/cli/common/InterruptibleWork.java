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
     * Runs work that Ctrl-C stops.
     *
     * @param onInterrupted called when Ctrl-C is pressed, prints how to resume
     * @return the work's exit code, or {@link ExitCode#STOPPED}
     */
    // The registration must be closed last.
    public int run(Work work, Runnable onInterrupted) throws LabException {
        Thread caller = Thread.currentThread();
        try (Interrupts.Registration registration = interrupts.onInterrupt(() -> {
            onInterrupted.run();
            caller.interrupt();
        })) {
            return work.run();
        } catch (InterruptedException e) {
            return ExitCode.STOPPED;
        }
    }
}
