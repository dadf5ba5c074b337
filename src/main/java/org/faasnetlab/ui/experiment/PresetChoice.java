package org.faasnetlab.ui.experiment;

import org.faasnetlab.experiment.ExperimentPlan;

/**
 * An experiment to begin with.
 *
 * @param name as {@code --preset} takes it
 * @param title words for people
 * @param description what it shows, in a sentence or two
 */
public record PresetChoice(String name, String title, String description, ExperimentPlan plan) {}
