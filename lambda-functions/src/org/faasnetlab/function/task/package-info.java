/**
 * Common parts of all jobs of a function: start gate, clock, stop signal, records.
 *
 * <p>Uses protocol and measure. Start reading at {@link Job}.
 */
@NullMarked
package org.faasnetlab.function.task;

import org.jspecify.annotations.NullMarked;
