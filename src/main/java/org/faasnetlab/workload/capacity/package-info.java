/**
 * The workload that searches the IP-layer capacity of a network.
 *
 * <p>Uses workload, the metrics of UDP, protocol and measure. Start reading at {@link CapacityType}.
 */
@NullMarked
package org.faasnetlab.workload.capacity;

import org.jspecify.annotations.NullMarked;
