/**
 * Pieces of JFreeChart that several charts share: axes, datasets, renderers, legends, and how a drawn
 * chart is read and put into words.
 *
 * <p>Uses chart.data, chart.theme, format and workload. Start reading at {@link ChartFrame}.
 */
@NullMarked
package org.faasnetlab.chart.plot;

import org.jspecify.annotations.NullMarked;
