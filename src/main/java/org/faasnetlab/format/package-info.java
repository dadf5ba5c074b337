/** Formats values for people: money, durations, sizes, rates and dates. */
@NullMarked
package org.faasnetlab.format;

import org.jspecify.annotations.NullMarked;
