/**
 * The chart of bandwidth over time, of each function and in aggregate, from stored intervals or, live, from those
 * that arrive.
 *
 * <p>Uses chart.data, chart.plot, analysis, store, chart.theme and workload. Start reading at {@link
 * TimelineBuilder}, for a live chart at {@link TrialBins}.
 */
@NullMarked
package org.faasnetlab.chart.timeline;

import org.jspecify.annotations.NullMarked;
