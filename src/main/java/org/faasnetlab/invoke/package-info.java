/**
 * Invokes functions through the Lambda API and decodes their records as they arrive.
 *
 * <p>Uses the AWS SDK, protocol and measure. Start reading at {@link SdkLambdaInvoker}.
 */
@NullMarked
package org.faasnetlab.invoke;

import org.jspecify.annotations.NullMarked;
