/**
 * One trial: start time, invocations, evidence, failures.
 *
 * <p>Uses run.event, plan, testbed, invoke and workload. Start reading at {@link TrialExecution}.
 */
@NullMarked
package org.faasnetlab.run.trial;

import org.jspecify.annotations.NullMarked;
