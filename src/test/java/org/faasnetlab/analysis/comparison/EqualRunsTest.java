package org.faasnetlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.analysis.SimulatedTrials;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of runs of the same process (AA tests), judged by the sentence that a user reads. */
class EqualRunsTest {
    private static final int PAIRS = 600;
    private static final int FUNCTIONS = 4;
    private static final ComparisonFormatter FORMATTER = new ComparisonFormatter(ComparisonFormatter.EQUIVALENT);

    /** Functions of one trial resemble each other in two thirds of the pairs. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 10})
    void equalRunsAreSeldomCalledHigherOrLower(int trials) {
        Random random = new Random(trials);
        double[] correlations = {0, 0.4, 0.8};
        SimulatedTrials.Shape[] shapes = SimulatedTrials.Shape.values();
        int different = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            SimulatedTrials process = new SimulatedTrials(
                    shapes[pair / correlations.length % shapes.length],
                    correlations[pair % correlations.length],
                    FUNCTIONS);
            RunComparison comparison = RunComparison.of(
                    List.of(run("one", process.draw(trials, random)), run("other", process.draw(trials, random))));
            assertThat(comparison.cells()).hasSize(1);
            List<String> sentences = FORMATTER
                    .sentences(comparison, comparison.cells().get(0))
                    .stream()
                    .map(String::valueOf)
                    .toList();
            assertThat(sentences).singleElement().asString().contains("one", "other", "95 % CI");
            different += sentences.get(0).matches(".* (higher|lower) in .*") ? 1 : 0;
        }
        assertThat(different / (double) PAIRS).isLessThanOrEqualTo(0.07);
    }

    /** @param megabits of each function of each trial */
    private static RunComparison.ComparedRun run(String id, List<double[]> megabits) {
        RunRow run = RunRowBuilder.run(id).row();
        List<TrialRow> trials = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        for (double[] values : megabits) {
            int index = trials.size();
            trials.add(TrialRowBuilder.trial(id)
                    .index(index)
                    .repetition(index)
                    .functions(values.length)
                    .row());
            for (int functionIndex = 0; functionIndex < values.length; functionIndex++) {
                functions.add(FunctionRowBuilder.function(functionIndex)
                        .trial(index)
                        .started(0L)
                        .delivered(10_000_000, Math.round(values[functionIndex] * 1e6 / 8 * 10))
                        .row());
            }
        }
        return new RunComparison.ComparedRun(run, trials, functions);
    }
}
