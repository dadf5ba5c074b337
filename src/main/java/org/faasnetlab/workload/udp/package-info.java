/**
 * The workload of UDP tests by iperf3.
 *
 * <p>Uses workload, protocol and measure. Start reading at {@link UdpType}.
 */
@NullMarked
package org.faasnetlab.workload.udp;

import org.jspecify.annotations.NullMarked;
