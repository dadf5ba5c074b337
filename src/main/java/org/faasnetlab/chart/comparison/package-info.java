/**
 * The chart of several runs on the same axes.
 *
 * <p>Uses chart.data, chart.plot, analysis, store, chart.distribution, chart.theme, chart.timeline and workload.
 * Start reading at {@link ComparisonBuilder}.
 */
@NullMarked
package org.faasnetlab.chart.comparison;

import org.jspecify.annotations.NullMarked;
