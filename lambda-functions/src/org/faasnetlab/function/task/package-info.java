/**
 * Common parts of all jobs of a function: start gate, clock, stop signal, and the sink that takes their records.
 *
 * <p>Uses protocol. Start reading at {@link Job}.
 */
@NullMarked
package org.faasnetlab.function.task;

import org.jspecify.annotations.NullMarked;
