/**
 * The chart of the distribution of bandwidths.
 *
 * <p>Uses chart.data and chart.plot, analysis and workload. Start reading at {@link DistributionData}.
 */
@NullMarked
package org.faasnetlab.chart.distribution;

import org.jspecify.annotations.NullMarked;
