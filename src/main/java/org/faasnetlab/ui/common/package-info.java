/**
 * What all screens share: texts, notices, background tasks, themes.
 *
 * <p>Uses JavaFX, chart.theme, protocol, and plan, analysis, store, testbed and workload for {@link DomainTexts}; no
 * screen. Start reading at
 * {@link Texts}: each screen's package has its texts among its resources.
 */
@NullMarked
package org.faasnetlab.ui.common;

import org.jspecify.annotations.NullMarked;
