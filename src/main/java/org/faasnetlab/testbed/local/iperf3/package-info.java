/**
 * iperf3 on this computer: the program, its version, one server process for each function.
 *
 * <p>Uses testbed.local.process. Start reading at {@link Iperf3ServerPool}.
 */
@NullMarked
package org.faasnetlab.testbed.local.iperf3;

import org.jspecify.annotations.NullMarked;
