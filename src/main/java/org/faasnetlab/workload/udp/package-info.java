/**
 * The workload of UDP tests by iperf3.
 *
 * <p>Uses workload, protocol, measure and workload.latency. Start reading at {@link UdpType}.
 */
@NullMarked
package org.faasnetlab.workload.udp;

import org.jspecify.annotations.NullMarked;
