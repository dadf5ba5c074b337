/**
 * The screen that shows a run while it measures. {@link LiveModel} has the run's progress, and adds each interval to
 * the bins of chart.timeline; {@link LiveViewModel} takes a snapshot of both ten times a second; {@link LiveScreen}
 * passes its curves to {@code TimelinePane} in ui.chart, which draws them.
 *
 * <p>Uses run, chart, ui.chart, ui.common, analysis, invoke, store and workload. Start reading at {@link
 * LiveViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.live;

import org.jspecify.annotations.NullMarked;
