/**
 * Analyses runs: gathers summaries, burst fits, verdicts and statistics of a run in one place.
 *
 * <p>Uses its subpackages, store, testbed and workload; does not depend on charts, exports or screens. Start reading at
 * {@link RunAnalysis}.
 */
@NullMarked
package org.faasnetlab.analysis;

import org.jspecify.annotations.NullMarked;
