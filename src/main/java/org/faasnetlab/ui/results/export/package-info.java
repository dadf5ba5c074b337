/**
 * Export and import from the results screen.
 *
 * <p>Uses export, chart, store and ui.common. Start reading at {@link ExportViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.results.export;

import org.jspecify.annotations.NullMarked;
