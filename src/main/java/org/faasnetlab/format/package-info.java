/**
 * Formats values for people: money, durations, sizes, rates and dates, and sentences of them in several languages.
 *
 * <p>Uses measure only. Start reading at {@link MoneyFormatter}, for sentences at {@link Phrase}.
 */
@NullMarked
package org.faasnetlab.format;

import org.jspecify.annotations.NullMarked;
