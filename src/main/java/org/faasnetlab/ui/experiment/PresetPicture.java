package org.faasnetlab.ui.experiment;

import javafx.scene.shape.Polyline;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.preset.ExpectedCurve;

/** A small picture of the curve that a preset is expected to draw: its kind, not its numbers. */
final class PresetPicture {
    private static final double WIDTH = 54;
    private static final double HEIGHT = 22;

    /** Heights from 0 to 1 at times from 0 to 1. */
    private static final double[] LEVEL = {0, 0.6, 1, 0.6};

    private static final double[] BURST = {0, 0.95, 0.2, 0.95, 0.24, 0.3, 1, 0.3};
    private static final double[] LOADED = {0, 0.2, 0.28, 0.2, 0.32, 0.85, 0.7, 0.85, 0.74, 0.2, 1, 0.2};
    private static final double[] SHARED = {0, 0.95, 0.25, 0.95, 0.5, 0.5, 0.75, 0.27, 1, 0.15};
    private static final double[] GROWING = {0, 0.15, 0.3, 0.45, 0.55, 0.75, 0.75, 0.85, 1, 0.88};
    private static final double[] SEARCH = {
        0, 0.15, 0.18, 0.15, 0.18, 0.35, 0.36, 0.35, 0.36, 0.95, 0.54, 0.95, 0.54, 0.6, 0.76, 0.6, 0.76, 0.7, 1, 0.7
    };

    private PresetPicture() {}

    static Polyline of(ExperimentPlan plan) {
        double[] shape = shape(ExpectedCurve.of(plan));
        Polyline line = new Polyline();
        for (int i = 0; i < shape.length; i += 2) {
            line.getPoints().addAll(shape[i] * WIDTH, (1 - shape[i + 1]) * HEIGHT);
        }
        line.getStyleClass().add("preset-picture");
        return line;
    }

    private static double[] shape(ExpectedCurve curve) {
        return switch (curve) {
            case LEVEL -> LEVEL;
            case BURST -> BURST;
            case LOADED -> LOADED;
            case SHARED -> SHARED;
            case GROWING -> GROWING;
            case SEARCH -> SEARCH;
        };
    }
}
