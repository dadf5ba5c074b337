/**
 * Draws charts as PNG and SVG without a display.
 *
 * <p>Uses JFreeChart, Java2D and Batik. Start reading at {@link SvgWriter}.
 */
@NullMarked
package org.faasnetlab.chart.image;

import org.jspecify.annotations.NullMarked;
