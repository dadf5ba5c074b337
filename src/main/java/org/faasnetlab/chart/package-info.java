/**
 * Turns results into charts, used alike by the window, PNG, SVG, CSV of charts, and the report. Its subpackages
 * hold one kind of chart each, besides {@code data}, {@code plot}, {@code theme} and {@code image}, which all kinds
 * share.
 *
 * <p>Uses analysis, store, workload, chart.data, chart.distribution, chart.factor, chart.gantt, chart.timeline and
 * testbed.aws.pricing. Start reading at {@link RunCharts}.
 */
@NullMarked
package org.faasnetlab.chart;

import org.jspecify.annotations.NullMarked;
