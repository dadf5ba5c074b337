/**
 * An experiment before it runs: settings with their names and errors, factors, trials, estimates of time and cost.
 *
 * <p>Uses workload, measure, analysis and testbed. Start reading at {@link ExperimentPlan}, for a setting at {@link
 * Setting}. The text of an error is in {@link SettingException}; the ranges of values are checked by {@code
 * SettingValues} in workload, with the reasons.
 */
@NullMarked
package org.faasnetlab.plan;

import org.jspecify.annotations.NullMarked;
