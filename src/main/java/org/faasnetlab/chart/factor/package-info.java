/**
 * Charts of bandwidth, response time and cost by a factor of the experiment, for example memory size.
 *
 * <p>Uses chart.data, chart.plot, analysis, store, chart.theme and workload. Start reading at {@link FactorData}.
 */
@NullMarked
package org.faasnetlab.chart.factor;

import org.jspecify.annotations.NullMarked;
