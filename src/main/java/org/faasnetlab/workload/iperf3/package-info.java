/**
 * The workload of iperf3 tests.
 *
 * <p>Uses workload, protocol, measure and workload.latency. Start reading at {@link Iperf3Type}.
 */
@NullMarked
package org.faasnetlab.workload.iperf3;

import org.jspecify.annotations.NullMarked;
