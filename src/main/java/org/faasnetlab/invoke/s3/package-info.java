/**
 * Buckets, multipart uploads and presigned URLs.
 *
 * <p>Uses the AWS SDK, invoke and invoke.observe. Start reading at {@link S3Bucket}.
 */
@NullMarked
package org.faasnetlab.invoke.s3;

import org.jspecify.annotations.NullMarked;
