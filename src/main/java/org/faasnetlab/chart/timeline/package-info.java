/**
 * The chart of bandwidth over time, of each function and in aggregate.
 *
 * <p>Uses chart.data and chart.plot, analysis and store. Start reading at {@link TimelineBuilder}.
 */
@NullMarked
package org.faasnetlab.chart.timeline;

import org.jspecify.annotations.NullMarked;
