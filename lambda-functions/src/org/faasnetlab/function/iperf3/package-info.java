/**
 * Runs the iperf3 client, starts it at T0, and reports an interval for each line that it prints while it measures.
 *
 * <p>Uses function.task, function.http and function.s3, protocol and measure. Start reading at {@link Iperf3Job};
 * {@link Iperf3Attempt} follows the output.
 */
@NullMarked
package org.faasnetlab.function.iperf3;

import org.jspecify.annotations.NullMarked;
