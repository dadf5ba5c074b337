/**
 * The screen that shows a run while it measures.
 *
 * <p>Uses run, chart, ui.chart and ui.common. Start reading at {@link LiveViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.live;

import org.jspecify.annotations.NullMarked;
