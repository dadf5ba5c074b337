/**
 * Latency probes on this computer: the echo server that answers them.
 *
 * <p>Uses testbed.local.process and protocol. Start reading at {@link EchoServerProcess}.
 */
@NullMarked
package org.faasnetlab.testbed.local.latency;

import org.jspecify.annotations.NullMarked;
