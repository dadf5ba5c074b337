/**
 * The screen that shows a run while it measures. {@link LiveModel} has the run's progress; {@link
 * LiveViewModel} takes a snapshot of it ten times a second, and {@link LiveScreen} draws it.
 *
 * <p>Uses run, chart, ui.chart and ui.common. Start reading at {@link LiveViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.live;

import org.jspecify.annotations.NullMarked;
