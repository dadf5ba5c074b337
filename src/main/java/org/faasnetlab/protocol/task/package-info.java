/**
 * The tasks of the built-in workloads: what a function is asked to do, with the range of each field.
 *
 * <p>Uses protocol and measure; it is part of the function's code. Start reading at {@link Iperf3Task}.
 */
@NullMarked
package org.faasnetlab.protocol.task;

import org.jspecify.annotations.NullMarked;
