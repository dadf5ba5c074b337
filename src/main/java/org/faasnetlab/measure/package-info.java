/**
 * Basic types of measurements: bandwidth, data size, direction, interval.
 *
 * <p>Uses the JDK only; it is part of the function's code. Start reading at {@link Bandwidth}.
 */
@NullMarked
package org.faasnetlab.measure;

import org.jspecify.annotations.NullMarked;
