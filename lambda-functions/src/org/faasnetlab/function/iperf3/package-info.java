/**
 * Runs the iperf3 client, starts it at T0, and parses its output while it measures.
 *
 * <p>Uses function.task and function.http, protocol and measure. Start reading at {@link Iperf3Job}.
 */
@NullMarked
package org.faasnetlab.function.iperf3;

import org.jspecify.annotations.NullMarked;
