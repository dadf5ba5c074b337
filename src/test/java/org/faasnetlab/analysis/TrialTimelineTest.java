package org.faasnetlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.Objects;
import org.faasnetlab.export.chart.TimelineData;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.SampleRuns;
import org.junit.jupiter.api.Test;

class TrialTimelineTest {

    private static TimelineData timeline(RunData run) {
        return new TrialTimeline(ZoneOffset.UTC).of(run, run.trials().get(0));
    }

    @Test
    void fewFunctionsAreLinesAndFailedOnesAreNamed() {
        TimelineData data = timeline(SampleRuns.withFailures());
        assertThat(data.band()).isEmpty();
        assertThat(data.lines()).hasSize(8);
        assertThat(data.lines().get(2).points()).isEmpty();
        assertThat(data.lines().get(5).name()).isEqualTo("function 5, failed");
        assertThat(data.lines().get(5).points()).isNotEmpty();
        assertThat(data.lines()).filteredOn(TimelineData.Line::failed).hasSize(2);
    }

    @Test
    void aPointLiesInTheMiddleOfItsInterval() {
        TimelineData data = timeline(SampleRuns.small());
        assertThat(data.lines().get(0).points().get(0)).isEqualTo(new TimelineData.Point(0.0515, 625e6));
    }

    @Test
    void manyFunctionsAreABandAroundTheirMedian() {
        TimelineData data = timeline(SampleRuns.manyFunctions());
        assertThat(data.lines()).isEmpty();
        assertThat(data.band())
                .hasSizeBetween(99, 101)
                .allSatisfy(point -> assertThat(point.median()).isBetween(point.p5(), point.p95()));
        assertThat(data.band().get(50).median()).isCloseTo(621e6, within(10e6));
    }

    @Test
    void theWordsSayWhereAndHowItWasMeasured() {
        TimelineData data = timeline(SampleRuns.small());
        assertThat(data.subtitle())
                .isEqualTo("This computer · 2 functions, 1 failed · 1769 MB · download · link 625Mbit · 1 host of 1Gbit"
                        + " · trial 1 of 2 · 23 Nov 2026, 10:42");
        assertThat(data.simulated()).isTrue();
        assertThat(timeline(SampleRuns.s3Upload()).simulated()).isFalse();
    }

    @Test
    void theEndOfTheTransfersDoesNotLookLikeADrop() {
        TimelineData data = timeline(SampleRuns.sharedHost());
        TimelineData.Point last = data.aggregate().get(data.aggregate().size() - 1);
        assertThat(last.bitsPerSecond()).isCloseTo(16 * 62.2e6, within(50e6));
        assertThat(Objects.requireNonNull(data.window()).aggregate().bitsPerSecond())
                .isCloseTo(16 * 62.2e6, within(20e6));
    }

    @Test
    void aRunWithoutAnyIntervalHasAnEmptyTimelineOfThePlannedLength() {
        TimelineData data = timeline(SampleRuns.nothingDelivered());
        assertThat(data.aggregate()).isEmpty();
        assertThat(data.window()).isNull();
        assertThat(data.endSecond()).isEqualTo(10);
    }
}
