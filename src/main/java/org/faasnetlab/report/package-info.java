/**
 * The HTML report of a run.
 *
 * <p>Uses chart, analysis, store, workload, plan.preset and protocol. Start reading at {@link HtmlReport}.
 */
@NullMarked
package org.faasnetlab.report;

import org.jspecify.annotations.NullMarked;
