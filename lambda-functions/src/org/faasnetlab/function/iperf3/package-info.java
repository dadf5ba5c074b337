/** The iperf3 task: runs the real program and turns what it prints into records. */
@NullMarked
package org.faasnetlab.function.iperf3;

import org.jspecify.annotations.NullMarked;
