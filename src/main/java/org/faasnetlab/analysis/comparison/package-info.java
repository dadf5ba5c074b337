/**
 * Compares runs cell by cell: samples, differences of medians, and a sentence for each.
 *
 * <p>Uses analysis.stats, store, workload, measure and analysis.summary. Start reading at {@link RunComparison}.
 */
@NullMarked
package org.faasnetlab.analysis.comparison;

import org.jspecify.annotations.NullMarked;
