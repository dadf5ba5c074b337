package org.faasnetlab.ui.experiment;

import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;

/**
 * An experiment that waits for its turn. Two of the same plan are different entries.
 *
 * @param number counts the entries of the queue, to tell them apart
 * @param title that the run will have
 * @param testbed qualified name of the testbed that it was added for
 * @param estimate trials and duration of the plan
 */
record QueuedExperiment(int number, ExperimentPlan plan, String title, String testbed, PlanEstimate estimate) {}
