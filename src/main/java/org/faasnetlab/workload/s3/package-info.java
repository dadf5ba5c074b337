/**
 * The workload of S3 transfers.
 *
 * <p>Uses workload, protocol, measure and workload.latency. Start reading at {@link S3Settings.ObjectShare}.
 */
@NullMarked
package org.faasnetlab.workload.s3;

import org.jspecify.annotations.NullMarked;
