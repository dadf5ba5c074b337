/**
 * Turns the events of a run into rows of the store, and writes them in batches as the run proceeds.
 *
 * <p>Uses run.event, run.progress, plan, protocol, workload and store. Start reading at {@link RunRecorder}.
 */
@NullMarked
package org.faasnetlab.run.record;

import org.jspecify.annotations.NullMarked;
