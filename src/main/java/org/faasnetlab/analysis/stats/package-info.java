/**
 * Statistics that know nothing of networks: quantiles, ranks, confidence intervals, line fits.
 *
 * <p>Uses the JDK and Commons Statistics only. Start reading at {@link SampleStatistics}.
 */
@NullMarked
package org.faasnetlab.analysis.stats;

import org.jspecify.annotations.NullMarked;
