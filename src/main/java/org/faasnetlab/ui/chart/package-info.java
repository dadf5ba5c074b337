/**
 * Charts in the window: canvas, zoom, selection, and which line colour a function has.
 *
 * <p>Uses chart, format, ui.common and export. Start reading at {@link ChartPane}.
 */
@NullMarked
package org.faasnetlab.ui.chart;

import org.jspecify.annotations.NullMarked;
