/**
 * The workload that searches the IP-layer capacity of a network.
 *
 * <p>Uses workload, workload.udp for its metrics and datagrams, protocol and measure. Start reading at {@link CapacityType}.
 */
@NullMarked
package org.faasnetlab.workload.capacity;

import org.jspecify.annotations.NullMarked;
