/**
 * What every job of a function has in common: start gate, clock, stop signal, records.
 *
 * <p>Uses protocol and measure. Start reading at {@link Job}.
 */
@NullMarked
package org.faasnetlab.function.task;

import org.jspecify.annotations.NullMarked;
