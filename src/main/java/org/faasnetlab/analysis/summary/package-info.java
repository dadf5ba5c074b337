/**
 * Summaries of one trial: common window, start spread, aggregate bandwidth, bandwidth of each function.
 *
 * <p>Uses analysis.stats, store, measure and workload. Start reading at {@link TrialSummary}.
 */
@NullMarked
package org.faasnetlab.analysis.summary;

import org.jspecify.annotations.NullMarked;
