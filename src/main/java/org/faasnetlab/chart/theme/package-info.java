/**
 * Colours and fonts of charts, light and dark, with the colour of each line by its number.
 *
 * <p>Uses Java2D and JFreeChart. Start reading at {@link ChartTheme}.
 */
@NullMarked
package org.faasnetlab.chart.theme;

import org.jspecify.annotations.NullMarked;
