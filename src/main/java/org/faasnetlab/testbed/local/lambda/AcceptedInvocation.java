package org.faasnetlab.testbed.local.lambda;

/**
 * One accepted invocation.
 *
 * @param id the request id for caller and function
 * @param event the payload, as the caller sent it
 */
record AcceptedInvocation(String id, byte[] event, ResponseBuffer answer) {}
