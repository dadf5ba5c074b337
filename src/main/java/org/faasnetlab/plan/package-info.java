/**
 * An experiment before it runs: settings, factors, trials, estimates of time and cost.
 *
 * <p>Uses analysis.cost, workload, protocol and measure. Start reading at {@link ExperimentPlan}.
 */
@NullMarked
package org.faasnetlab.plan;

import org.jspecify.annotations.NullMarked;
