/**
 * Decides what limited a trial, from evidence such as busy processors, links and published limits.
 *
 * <p>Uses analysis.burst, analysis.published and analysis.summary, store, workload and measure. Start reading at
 * {@link VerdictRules}.
 */
@NullMarked
package org.faasnetlab.analysis.verdict;

import org.jspecify.annotations.NullMarked;
