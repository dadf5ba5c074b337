/**
 * Writes drawn charts as PNG and SVG without a display; {@code RunExporter} decides to which file.
 *
 * <p>Uses JFreeChart, Java2D, Batik and chart.theme. Start reading at {@link PngWriter}.
 */
@NullMarked
package org.faasnetlab.chart.image;

import org.jspecify.annotations.NullMarked;
