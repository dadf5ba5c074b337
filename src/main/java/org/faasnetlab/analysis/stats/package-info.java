/**
 * Statistics independent of networks: quantiles, ranks, confidence intervals, block bootstrap.
 *
 * <p>Uses workload for metrics, and Commons Statistics. Start reading at {@link SampleStatistics}.
 */
@NullMarked
package org.faasnetlab.analysis.stats;

import org.jspecify.annotations.NullMarked;
