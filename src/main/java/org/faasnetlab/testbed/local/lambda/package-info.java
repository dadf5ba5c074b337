/**
 * The local Lambda service: AWS's API for invocations, the Runtime API, sandboxes.
 *
 * <p>Uses testbed.local, testbed.local.network, testbed.local.process, invoke, protocol and testbed. Start reading at
 * {@link LocalLambdaService}. A response arrives at {@link RuntimeApiServer}, and {@link InvokeResponseWriter} passes it on
 * to the caller.
 */
@NullMarked
package org.faasnetlab.testbed.local.lambda;

import org.jspecify.annotations.NullMarked;
