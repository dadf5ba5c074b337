/**
 * Latency probes: small UDP datagrams that an echo server returns, beside the task of a function or alone, and the echo
 * server of the testbed on this computer.
 *
 * <p>Uses function.task, protocol and measure. Start reading at {@link ProbedJob}; {@link ProbeSession} sends and receives,
 * {@link ProbeResults} makes the numbers.
 */
@NullMarked
package org.faasnetlab.function.latency;

import org.jspecify.annotations.NullMarked;
