package org.faasnetlab.function.runtime;

/**
 * One invocation as the service hands it over.
 *
 * @param requestId the service's id of the invocation
 * @param deadlineEpochMs when the service ends the function, milliseconds since 1970; Long.MAX_VALUE if it does not say
 * @param body the event
 */
public record RuntimeEvent(String requestId, long deadlineEpochMs, String body) {}
