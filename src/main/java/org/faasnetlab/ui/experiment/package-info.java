/**
 * The screen on which an experiment is chosen, changed, started and added to the queue, and the queue itself.
 *
 * <p>Uses plan, run, ui.common, analysis, store, testbed and workload. Start reading at {@link ExperimentViewModel},
 * for the queue at {@link ExperimentQueue}.
 */
@NullMarked
package org.faasnetlab.ui.experiment;

import org.jspecify.annotations.NullMarked;
