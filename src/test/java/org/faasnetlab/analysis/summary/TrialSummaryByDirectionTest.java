package org.faasnetlab.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.timeline.DirectionCurves;
import org.faasnetlab.chart.timeline.TimelineBuilder;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.SampleSweeps;
import org.junit.jupiter.api.Test;

/** A trial in both directions: 8 functions of 100 Mbit/s each, of which one upload finishes long before the others. */
class TrialSummaryByDirectionTest {
    private final RunData run = SampleSweeps.bothDirections();
    private final TrialRow trial = run.trials().get(0);
    private final List<FunctionRow> functions = new ArrayList<>(run.functions());

    @Test
    void bothDirectionsAreStatedOverTheSameTime() {
        endEarly(firstOf(Direction.UPLOAD));
        List<StoredInterval> none = List.of();
        TrialSummary whole = TrialSummary.of(trial, functions, none);
        List<TrialSummary> halves = whole.byDirection(functions);
        CommonWindow common = Objects.requireNonNull(whole.commonWindow());
        assertThat(halves)
                .extracting(half -> half.trial().direction())
                .containsExactly(Direction.DOWNLOAD, Direction.UPLOAD);
        assertThat(halves).allSatisfy(half -> {
            CommonWindow own = Objects.requireNonNull(half.commonWindow());
            assertThat(own.startMicros()).isEqualTo(common.startMicros());
            assertThat(own.endMicros()).isEqualTo(common.endMicros());
            assertThat(half.functions()).isEqualTo(4);
            assertThat(half.finished()).isEqualTo(4);
        });
        double both = halves.stream()
                .mapToDouble(half -> Objects.requireNonNull(half.aggregate()).megabitsPerSecond())
                .sum();
        assertThat(both).isCloseTo(common.aggregate().megabitsPerSecond(), within(1e-6));
    }

    @Test
    void aDirectionInWhichNothingFinishedHasNoAggregate() {
        functions.removeIf(function -> trial.directionOf(function.functionIndex()) == Direction.UPLOAD);
        List<TrialSummary> halves = TrialSummary.of(trial, functions, List.of()).byDirection(functions);
        assertThat(halves.get(0).aggregate()).isNotNull();
        assertThat(halves.get(1).aggregate()).isNull();
        assertThat(halves.get(1).functions()).isEqualTo(4);
    }

    @Test
    void timelineDrawsEachDirectionSeparately() {
        TimelineData data = new TimelineBuilder(ZoneOffset.UTC)
                .of(new TrialChartSource(run.run(), 1, trial, functions), run.intervals());
        assertThat(data.directions())
                .extracting(DirectionCurves::direction)
                .extracting(Phrase::toString)
                .containsExactly("download", "upload");
        assertThat(data.directions()).allSatisfy(curves -> {
            assertThat(curves.aggregate().y(10)).isCloseTo(400e6, within(8e6));
            assertThat(Objects.requireNonNull(curves.overWindow()).megabitsPerSecond())
                    .isCloseTo(400, within(8.0));
        });
        assertThat(data.table().rows())
                .extracting(row -> row.get(0))
                .contains("all functions, download", "all functions, upload")
                .doesNotContain("all functions");
    }

    private int firstOf(Direction direction) {
        return functions.stream()
                .map(FunctionRow::functionIndex)
                .filter(functionIndex -> trial.directionOf(functionIndex) == direction)
                .findFirst()
                .orElseThrow();
    }

    private void endEarly(int functionIndex) {
        FunctionRow function = functions.get(functionIndex);
        long half = Objects.requireNonNull(function.receiverBytes()) / 2;
        functions.set(
                functionIndex,
                FunctionRowBuilder.like(function)
                        .delivered(Objects.requireNonNull(function.durationMicros()) / 2, half)
                        .row());
    }
}
