package org.faasnetlab.testbed.aws.stack;

import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** How far a testbed is, as its stack's status says. */
public enum TestbedState {
    /** Network, bucket and servers are being made. */
    CREATING,
    /** The servers are ready; the functions have yet to be made, or could not be made. */
    FUNCTIONS_MISSING,
    /** Functions are being made or given new code. */
    ADDING_FUNCTIONS,
    /** All is made. */
    READY,
    /** It could not be made. It can only be taken away. */
    FAILED,
    /** It is being taken away. */
    DELETING,
    /** Taking it away stopped on the way. */
    DELETE_FAILED;

    /**
     * @param withFunctions whether the stack, in its last stable state, has functions
     */
    static TestbedState of(StackStatus status, boolean withFunctions) {
        return switch (status) {
            case REVIEW_IN_PROGRESS, CREATE_IN_PROGRESS -> CREATING;
            case UPDATE_IN_PROGRESS,
                    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
                    UPDATE_ROLLBACK_IN_PROGRESS,
                    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS -> ADDING_FUNCTIONS;
            case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE ->
                withFunctions ? READY : FUNCTIONS_MISSING;
            case DELETE_IN_PROGRESS, DELETE_COMPLETE -> DELETING;
            case DELETE_FAILED -> DELETE_FAILED;
            default -> FAILED;
        };
    }
}
