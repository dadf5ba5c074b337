package org.faasnetlab.function.task;

import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;

/** A task failed for an expected reason. The message is one sentence for the user. */
public final class TaskException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FailureReason reason;
    private final boolean retryable;

    /** @param retryable whether the same invocation may succeed later */
    public TaskException(FailureReason reason, String message, boolean retryable) {
        super(message);
        this.reason = reason;
        this.retryable = retryable;
    }

    public TaskException(FailureReason reason, String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryable = retryable;
    }

    static TaskException stopped(StopSignal.Cause cause) {
        return switch (cause) {
            case DEADLINE ->
                new TaskException(
                        FailureReason.DEADLINE, "The deadline was reached before the task was complete.", false);
            case LISTENER_GONE, TASK_OVER ->
                new TaskException(FailureReason.CANCELLED, "The task was cancelled.", false);
        };
    }

    public FunctionRecord.Failed toRecord() {
        return new FunctionRecord.Failed(reason, String.valueOf(getMessage()), retryable);
    }

    public FailureReason reason() {
        return reason;
    }

    public boolean retryable() {
        return retryable;
    }
}
