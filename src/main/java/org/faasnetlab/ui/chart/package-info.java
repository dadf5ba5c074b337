/**
 * Charts in the window: canvas, zoom, selection, and which line colour a function has.
 *
 * <p>Uses chart, format, ui.common and export. Start reading at {@link ChartPane}, for a timeline
 * at {@link TimelinePane}. {@link LineColours} decides which line a function has; its colour is in chart.theme.
 */
@NullMarked
package org.faasnetlab.ui.chart;

import org.jspecify.annotations.NullMarked;
