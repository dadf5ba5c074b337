/** The S3 tasks: ranges and parts over plain HTTP(S) with presigned URLs. */
@NullMarked
package org.faasnetlab.function.s3;

import org.jspecify.annotations.NullMarked;
