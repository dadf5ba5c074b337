/**
 * The chart of several runs on the same axes.
 *
 * <p>Uses chart.data and chart.plot, analysis and store. Start reading at {@link ComparisonBuilder}.
 */
@NullMarked
package org.faasnetlab.chart.comparison;

import org.jspecify.annotations.NullMarked;
