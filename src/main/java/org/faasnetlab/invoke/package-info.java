/**
 * Invokes functions through the Lambda API, decodes their records as they arrive, and passes each to a listener.
 *
 * <p>Uses the AWS SDK, invoke.eventstream, protocol and invoke.observe. Start reading at {@link SdkLambdaInvoker};
 * {@link RecordDecoder} decodes the records, and the {@link InvocationListener} of a run is in run.trial.
 */
@NullMarked
package org.faasnetlab.invoke;

import org.jspecify.annotations.NullMarked;
