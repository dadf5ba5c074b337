/**
 * Colours and fonts of charts, light and dark, with the colour of each line by its number.
 *
 * <p>Uses Java2D and JFreeChart. Start reading at {@link ChartTheme}. Which line a function has
 * is decided by the {@code LineStyles} of chart.timeline and the {@code LineColours} of ui.chart.
 */
@NullMarked
package org.faasnetlab.chart.theme;

import org.jspecify.annotations.NullMarked;
