/**
 * Turns results into charts, used alike by the window, PNG, SVG, CSV of charts, and the report.
 *
 * <p>Uses analysis, store, format and measure; its shelves hold one kind of chart each. Start reading at {@link
 * RunCharts}.
 */
@NullMarked
package org.faasnetlab.chart;

import org.jspecify.annotations.NullMarked;
