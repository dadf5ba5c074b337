package org.faasnetlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.workload.Cell;
import org.junit.jupiter.api.Test;

class ExperimentPlanTest {
    private static final String SIX = "functions=1,2,3,4,5,6";

    @Test
    void alternatingCellsRunForwardAndBackward() throws Exception {
        assertThat(functions(RunnerHarness.plan("functions=1,2", "order=alternating", "repeats=4")))
                .containsExactly(1, 2, 2, 1, 1, 2, 2, 1);
    }

    @Test
    void listedCellsRunInOrderOfFactors() throws Exception {
        assertThat(functions(RunnerHarness.plan("functions=3,1,2", "order=listed", "repeats=2")))
                .containsExactly(3, 1, 2, 3, 1, 2);
    }

    @Test
    void everyRepetitionHasSeparateOrderOfAllCells() throws Exception {
        List<Integer> order = functions(RunnerHarness.plan(SIX, "repeats=2"));

        assertThat(order.subList(0, 6))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6)
                .isNotEqualTo(order.subList(6, 12));
        assertThat(order.subList(6, 12)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aSeedMeansTheSameOrderOnEveryComputer() throws Exception {
        assertThat(functions(RunnerHarness.plan(SIX, "seed=7"))).containsExactly(4, 1, 2, 3, 6, 5);
        assertThat(functions(RunnerHarness.plan(SIX, "seed=8")))
                .isNotEqualTo(functions(RunnerHarness.plan(SIX, "seed=7")));
    }

    @Test
    void trialsAreNumberedInTheOrderInWhichTheyRun() throws Exception {
        assertThat(RunnerHarness.plan(SIX, "repeats=2").trials())
                .extracting(Trial::index)
                .isEqualTo(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void inBothDirectionsTheFirstHalfDownloads() throws Exception {
        Cell cell = RunnerHarness.plan("functions=4", "direction=both")
                .trials()
                .get(0)
                .cell();

        assertThat(IntStream.range(0, 4).mapToObj(cell::directionOf))
                .containsExactly(Direction.DOWNLOAD, Direction.DOWNLOAD, Direction.UPLOAD, Direction.UPLOAD);
    }

    @Test
    void oddNumberOfFunctionsCannotBeHalved() throws Exception {
        ExperimentPlan plan = RunnerHarness.plan("functions=2,3", "direction=both");

        assertThatThrownBy(() -> PlanEstimate.of(plan)).isInstanceOfSatisfying(InvalidPlanException.class, refused -> {
            assertThat(refused.setting()).isEqualTo(Setting.FUNCTIONS);
            assertThat(refused).hasMessageContaining("an even number of functions, not 3");
        });
    }

    private static List<Integer> functions(ExperimentPlan plan) {
        return plan.trials().stream().map(trial -> trial.cell().functions()).toList();
    }
}
