/**
 * What every chart has in common before it is drawn: curves, headings, overlays, tables.
 *
 * <p>Uses analysis, store and measure; draws nothing. Start reading at {@link ChartData}.
 */
@NullMarked
package org.faasnetlab.chart.data;

import org.jspecify.annotations.NullMarked;
