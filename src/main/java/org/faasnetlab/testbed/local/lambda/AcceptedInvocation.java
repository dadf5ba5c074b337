package org.faasnetlab.testbed.local.lambda;

/**
 * One accepted invocation.
 *
 * @param id the request id that caller and function see
 * @param event the payload, as the caller sent it
 */
record AcceptedInvocation(String id, byte[] event, ResponseBuffer answer) {}
