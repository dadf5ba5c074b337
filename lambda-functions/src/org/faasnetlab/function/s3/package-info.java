/**
 * Transfers an object from or to S3 over several connections by presigned URLs.
 *
 * <p>Uses function.task and function.http, protocol and measure. Start reading at {@link S3Job}.
 */
@NullMarked
package org.faasnetlab.function.s3;

import org.jspecify.annotations.NullMarked;
