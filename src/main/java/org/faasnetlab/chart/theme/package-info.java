/**
 * Colours and fonts of charts, light and dark.
 *
 * <p>Uses Java2D only. Start reading at {@link ChartTheme}.
 */
@NullMarked
package org.faasnetlab.chart.theme;

import org.jspecify.annotations.NullMarked;
