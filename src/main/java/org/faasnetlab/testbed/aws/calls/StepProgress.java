package org.faasnetlab.testbed.aws.calls;

import java.util.Map;
import java.util.TreeMap;

/**
 * Reports the steps of a creation or deletion to a listener, each change once. For use by one thread.
 *
 * @param <S> the steps, in their order
 */
public final class StepProgress<S extends Enum<S>> {

    /** Receives every change on the thread that reports it. */
    @FunctionalInterface
    public interface Listener<S> {
        /**
         * A step has begun, ended or failed.
         *
         * @param detail what is being done or was done, without a full stop; may be empty
         */
        void onStep(S step, StepState state, String detail);
    }

    private record Report(StepState state, String detail) {}

    private final Listener<S> listener;
    private final Map<S, Report> reported = new TreeMap<>();

    public StepProgress(Listener<S> listener) {
        this.listener = listener;
    }

    public void running(S step) {
        running(step, "");
    }

    public void running(S step, String detail) {
        report(step, StepState.RUNNING, detail);
    }

    public void done(S step) {
        ended(step, true, "");
    }

    /**
     * Reports the end of a step.
     *
     * @param complete whether everything in the step could be done
     */
    public void ended(S step, boolean complete, String detail) {
        report(step, complete ? StepState.DONE : StepState.INCOMPLETE, detail);
    }

    /** Reports every step that is still running as failed. */
    public void fail() {
        Map.copyOf(reported).keySet().stream()
                .sorted()
                .filter(step -> StepState.RUNNING == stateOf(step))
                .forEach(step -> report(step, StepState.FAILED, ""));
    }

    private StepState stateOf(S step) {
        return reported.getOrDefault(step, new Report(StepState.WAITING, "")).state();
    }

    private void report(S step, StepState state, String detail) {
        Report report = new Report(state, detail);
        if (!report.equals(reported.put(step, report))) {
            listener.onStep(step, state, detail);
        }
    }
}
