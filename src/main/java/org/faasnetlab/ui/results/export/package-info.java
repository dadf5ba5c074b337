/**
 * Export and import from the results screen.
 *
 * <p>Uses export, report, chart and ui.common. Start reading at {@link ExportViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.results.export;

import org.jspecify.annotations.NullMarked;
