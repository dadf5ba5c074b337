package org.faasnetlab.testbed.aws.stack;

import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** State of a testbed, derived from its stack's status. */
public enum TestbedState {
    /** Network, bucket and servers are being created. */
    CREATING,
    /** The servers are ready; the functions have not been created, or could not be. */
    FUNCTIONS_MISSING,
    /** Functions are being created or updated. */
    ADDING_FUNCTIONS,
    /** Everything exists. */
    READY,
    /** The creation failed. The testbed can only be deleted. */
    FAILED,
    /** The testbed is being deleted. */
    DELETING,
    /** The deletion failed. */
    DELETE_FAILED;

    /** @param withFunctions whether the stack has functions in its last stable state */
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
