package org.faasnetlab.function.runtime;

/**
 * One invocation as received from the service.
 *
 * @param requestId the service's id of the invocation
 * @param deadlineEpochMs when the service terminates the function, milliseconds since 1970; Long.MAX_VALUE if unknown
 * @param body the event
 */
public record RuntimeEvent(String requestId, long deadlineEpochMs, String body) {}
