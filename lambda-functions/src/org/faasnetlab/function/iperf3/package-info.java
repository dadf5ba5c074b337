/**
 * Runs the real iperf3 client, reads its output while it measures, and waits with it for the start time.
 *
 * <p>Uses function.task and function.http, protocol and measure. Start reading at {@link Iperf3Job}.
 */
@NullMarked
package org.faasnetlab.function.iperf3;

import org.jspecify.annotations.NullMarked;
