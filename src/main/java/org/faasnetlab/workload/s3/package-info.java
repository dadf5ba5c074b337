/**
 * The workload of S3 transfers.
 *
 * <p>Uses workload, protocol and measure. Start reading at {@link S3Settings.ObjectShare}.
 */
@NullMarked
package org.faasnetlab.workload.s3;

import org.jspecify.annotations.NullMarked;
