/**
 * What the results screen reads of the selected run.
 *
 * <p>Uses analysis, chart, store, ui.chart, ui.common and report. Start reading at {@link SelectedRun}.
 */
@NullMarked
package org.faasnetlab.ui.results.run;

import org.jspecify.annotations.NullMarked;
