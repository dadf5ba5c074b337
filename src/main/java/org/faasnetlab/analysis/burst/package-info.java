/**
 * Fits burst and baseline to the intervals of a function, or finds that there is no burst, and estimates how fast a
 * token bucket refills.
 *
 * <p>Uses analysis.stats, analysis.summary, store, measure and workload. Start reading at {@link BurstFit}, which
 * states the rules; {@link BurstFitter} applies them. Thresholds without a source in the literature are in {@link
 * FitThresholds}.
 */
@NullMarked
package org.faasnetlab.analysis.burst;

import org.jspecify.annotations.NullMarked;
