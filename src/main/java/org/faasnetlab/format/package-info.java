/**
 * Formats values for people: money, durations, sizes, rates and dates.
 *
 * <p>Uses measure only. Start reading at {@link MoneyFormatter}.
 */
@NullMarked
package org.faasnetlab.format;

import org.jspecify.annotations.NullMarked;
