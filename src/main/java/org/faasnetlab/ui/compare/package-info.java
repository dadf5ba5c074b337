/**
 * Saved runs side by side.
 *
 * <p>Uses chart, analysis, ui.chart, ui.common, export, store and workload. Start reading at {@link ComparisonView}.
 */
@NullMarked
package org.faasnetlab.ui.compare;

import org.jspecify.annotations.NullMarked;
