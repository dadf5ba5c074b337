/**
 * One trial: chooses T0, invokes the functions, and turns their records into events of the run, on the run's thread.
 * Also gathers evidence and failures.
 *
 * <p>Uses run.event, run.record, plan, testbed, invoke, workload, analysis.stats, protocol, run.progress and store.
 * Start reading at {@link TrialExecution}; {@link TrialInvocations} receives the records, {@link TrialStart} chooses
 * T0, and {@link LeadEstimator} how long before T0 functions are invoked.
 */
@NullMarked
package org.faasnetlab.run.trial;

import org.jspecify.annotations.NullMarked;
