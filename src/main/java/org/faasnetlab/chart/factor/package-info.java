/**
 * Charts of bandwidth, response time and cost by a factor of the experiment, for example memory size.
 *
 * <p>Uses chart.data and chart.plot, analysis and store. Start reading at {@link FactorData}.
 */
@NullMarked
package org.faasnetlab.chart.factor;

import org.jspecify.annotations.NullMarked;
