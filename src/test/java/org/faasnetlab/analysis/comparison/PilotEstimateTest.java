package org.faasnetlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.workload.Cell;
import org.junit.jupiter.api.Test;

class PilotEstimateTest {
    /** A coefficient of variation of 3 %. */
    private static final RunData PILOT = PlainRuns.trials("pilot", 1, 97e6, 100e6, 103e6);

    private static final Cell MEASURED = PILOT.trials().get(0).cell();
    private static final Cell OTHER = new Cell(MEASURED.memoryMb(), 8, MEASURED.workload(), MEASURED.network());

    /** 2 · 1.2533 · 0.03 · t / √n is 0.0505 for n = 11 and 0.0478 for n = 12, with t of 10 and 11 degrees of freedom. */
    @Test
    void theSpreadOfThePilotGivesTheNumber() {
        PilotEstimate estimate = estimate(List.of(MEASURED), 0.05);
        assertThat(estimate.repeats()).isEqualTo(12);
        assertThat(Objects.requireNonNull(estimate.atMost())).isGreaterThan(100);
        assertThat(estimate(List.of(MEASURED), 0.0506).repeats()).isEqualTo(11);
    }

    @Test
    void cellsThatThePilotLacksAreCounted() {
        PilotEstimate estimate = estimate(List.of(OTHER, MEASURED, MEASURED), 0.05);
        assertThat(estimate.cells()).isEqualTo(2);
        assertThat(estimate.measured()).isEqualTo(1);
        assertThat(PilotEstimate.of(List.of(OTHER), compared(PILOT), 0.05)).isEmpty();
        assertThat(PilotEstimate.of(List.of(MEASURED), compared(PlainRuns.trials("one", 1, 97e6)), 0.05))
                .as("a single trial has no spread")
                .isEmpty();
    }

    @Test
    void aPrecisionOutOfReachHasNoNumber() {
        assertThat(estimate(List.of(MEASURED), 0.001).repeats()).isNull();
    }

    private static PilotEstimate estimate(List<Cell> cells, double width) {
        return PilotEstimate.of(cells, compared(PILOT), width).orElseThrow();
    }

    private static RunComparison.ComparedRun compared(RunData run) {
        return new RunComparison.ComparedRun(run.run(), run.trials(), run.functions());
    }
}
