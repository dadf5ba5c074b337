/**
 * Runs an experiment: prepares trials, invokes functions, records what they measure, resumes stopped runs.
 *
 * <p>Uses plan, testbed, invoke, store, workload, protocol, analysis, run.event, run.progress, run.record and run.trial. Start
 * reading at {@link ExperimentRunner}.
 */
@NullMarked
package org.faasnetlab.run;

import org.jspecify.annotations.NullMarked;
