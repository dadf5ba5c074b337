/**
 * What every chart has in common before it is drawn: curves, headings, overlays, tables, and the marks from
 * which values are read.
 *
 * <p>Uses analysis, chart.theme, store, testbed and workload; draws nothing. Start reading at {@link ChartData}.
 */
@NullMarked
package org.faasnetlab.chart.data;

import org.jspecify.annotations.NullMarked;
