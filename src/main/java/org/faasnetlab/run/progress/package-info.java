/**
 * The progress of a run, folded from its events: states, sums and rates of its functions, for the live screen, the
 * command line and the recorder.
 *
 * <p>Uses run.event, plan, protocol, store, testbed, analysis.stats and workload. Start reading at {@link RunProgress}.
 */
@NullMarked
package org.faasnetlab.run.progress;

import org.jspecify.annotations.NullMarked;
