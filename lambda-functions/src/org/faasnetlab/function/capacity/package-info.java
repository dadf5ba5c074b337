/**
 * The search for the IP-layer capacity of a path: UDP tests at rates that depend on what arrived before, then a TCP test.
 *
 * <p>Uses the iperf3 jobs, task, protocol and measure. Start reading at {@link CapacitySearch}.
 */
@NullMarked
package org.faasnetlab.function.capacity;

import org.jspecify.annotations.NullMarked;
