/** The real iperf3: finding it, and a server process for each function. */
@NullMarked
package org.faasnetlab.testbed.local.iperf3;

import org.jspecify.annotations.NullMarked;
