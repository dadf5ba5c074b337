/**
 * The chart of the distribution of bandwidths.
 *
 * <p>Uses chart.data, chart.plot, analysis, workload and chart.theme. Start reading at {@link DistributionData}.
 */
@NullMarked
package org.faasnetlab.chart.distribution;

import org.jspecify.annotations.NullMarked;
