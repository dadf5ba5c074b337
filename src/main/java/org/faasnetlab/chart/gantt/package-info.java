/**
 * The chart of when each function was ready, transferred and finished.
 *
 * <p>Uses chart.data, chart.plot, store and chart.theme. Start reading at {@link GanttBuilder}.
 */
@NullMarked
package org.faasnetlab.chart.gantt;

import org.jspecify.annotations.NullMarked;
