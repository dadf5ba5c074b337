/**
 * Reports each call of AWS without its values, for reports that users pass on.
 *
 * <p>Uses the AWS SDK's interceptors. Start reading at {@link AwsCall}.
 */
@NullMarked
package org.faasnetlab.invoke.observe;

import org.jspecify.annotations.NullMarked;
