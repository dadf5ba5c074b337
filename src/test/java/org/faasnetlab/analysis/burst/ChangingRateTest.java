package org.faasnetlab.analysis.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Courses of a rate that two lines do not describe, as found in published measurements. */
class ChangingRateTest {

    @ParameterizedTest
    @CsvSource({"late-speed-up, 100, 1000, 280", "late-speed-up-near-limit, 310, 620, 372"})
    void aSpeedUpAfterSecondsIsNoSlowStart(String name, double before, double after, double mean) throws Exception {
        assertThat(fit(name)).isInstanceOfSatisfying(BurstFit.RateChanged.class, fit -> {
            assertThat(fit.change()).isEqualTo(BurstFit.Change.STEPS);
            assertThat(fit.stretches())
                    .extracting(stretch -> stretch.rate().megabitsPerSecond())
                    .satisfiesExactly(
                            rate -> assertThat(rate).isCloseTo(before, within(1.0)),
                            rate -> assertThat(rate).isCloseTo(after, within(1.0)));
            assertThat(fit.stretches().get(0).to()).isEqualTo(Duration.ofSeconds(8));
            assertThat(fit.mean().rate().megabitsPerSecond()).isCloseTo(mean, within(1.0));
            assertThat(fit.baselineOrNull()).isNull();
        });
    }

    @Test
    void theSentenceNamesLevelsAndTimes() throws Exception {
        assertThat(BurstFormatter.sentence(fit("late-speed-up")).toString())
                .isEqualTo(
                        "The rate changed: 100 Mbit/s (95 % CI 99.9 Mbit/s to 100 Mbit/s) until 8.00 s, then 1.00 Gbit/s"
                                + " (95 % CI 999 Mbit/s to 1.00 Gbit/s); one rate does not describe it (mean 280 Mbit/s).");
    }

    @Test
    void aSecondLevelAfterTheBurstIsNotPartOfIt() throws Exception {
        assertThat(fit("two-levels")).isInstanceOfSatisfying(BurstFit.TwoLevels.class, fit -> {
            // The file has 8 intervals above the second level: 300 MB with its noise of 3 %.
            assertThat(fit.first().burst().bytes()).isCloseTo(300_000_000L, within(15_000_000L));
            assertThat(fit.first().baseline().rate().megabitsPerSecond()).isCloseTo(2000, within(40.0));
            assertThat(fit.timeToBaseline().toMillis()).isCloseTo(5800, within(100L));
            assertThat(fit.baseline().rate().megabitsPerSecond()).isCloseTo(625, within(6.0));
        });
    }

    @Test
    void threeLevelsInLongIntervalsAreFound() throws Exception {
        assertThat(fit("three-levels-down-4s")).isInstanceOfSatisfying(BurstFit.TwoLevels.class, fit -> {
            assertThat(fit.first().burstRate().megabitsPerSecond()).isCloseTo(9500, within(10.0));
            assertThat(fit.first().baseline().rate().megabitsPerSecond()).isCloseTo(5700, within(10.0));
            assertThat(fit.baseline().rate().megabitsPerSecond()).isCloseTo(740, within(1.0));
            assertThat(fit.timeToBaseline()).isEqualTo(Duration.ofSeconds(128));
        });
        assertThat(BurstFormatter.sentence(fit("three-levels-down-4s")).toString())
                .endsWith("; a link that slowed down at these times would look the same.");
    }

    @Test
    void aStepDownMayBeASlowerLinkAtAnyRatio() throws Exception {
        assertThat(fit("step-down-4x"))
                .isInstanceOfSatisfying(
                        BurstFit.Fitted.class,
                        fit -> assertThat(fit.bucketShaped()).isFalse());
        assertThat(BurstFormatter.sentence(fit("step-down-4x")).toString())
                .endsWith("; a link that slowed down at that time would look the same.");
    }

    @Test
    void aSmallBucketInNoiseIsFound() throws Exception {
        assertThat(fit("small-bucket-20MB")).isInstanceOfSatisfying(BurstFit.Fitted.class, fit -> {
            // What its noise of 15 % left of 20 MB.
            assertThat(fit.intervals().burstLow().bytes()).isLessThan(13_400_000);
            assertThat(fit.intervals().burstHigh().bytes()).isGreaterThan(13_400_000);
        });
    }

    @Test
    void withoutNoiseIntervalsHaveTheWidthOfTheResolution() throws Exception {
        assertThat(fit("slow-start-then-bucket-1s")).isInstanceOfSatisfying(BurstFit.Fitted.class, fit -> {
            assertThat(fit.burst().bytes()).isCloseTo(283_000_000L, within(14_000_000L));
            assertThat(fit.burstUncertainty().bytes()).isPositive();
            assertThat(fit.baseline().low()).isLessThan(fit.baseline().rate());
            assertThat(fit.baseline().high()).isGreaterThan(fit.baseline().rate());
            assertThat(fit.intervals().timeHigh()).isGreaterThan(fit.timeToBaseline());
            assertThat(fit.intervals().burstRate())
                    .as("unknown within the first intervals")
                    .isNull();
            assertThat(BurstFormatter.sentence(fit).toString())
                    .contains("625 Mbit/s (95 % CI \u00b1 ")
                    .doesNotContain("\u00b1 0 ");
        });
    }

    @Test
    void sharesOfACrowdedCeilingHaveNoSingleRate() throws Exception {
        assertThat(fit("shared-ceiling")).isInstanceOfSatisfying(BurstFit.RateChanged.class, fit -> {
            assertThat(fit.change()).isEqualTo(BurstFit.Change.UNSTEADY);
            assertThat(fit.mean().rate().megabitsPerSecond()).isCloseTo(389, within(1.0));
            assertThat(fit.mean().low()).isLessThan(fit.mean().rate());
            assertThat(BurstFormatter.sentence(fit).toString())
                    .startsWith("The rate varied between ")
                    .contains("from second to second", "mean 389 Mbit/s, 95 % CI ");
        });
    }

    /** As of a c5.xlarge whose bucket was empty 2.5 s before the end of 516 s: its last bin has three intervals. */
    @Test
    void aFallInTheLastBinOfALongTransferSaysNothingAboutTheBaseline() {
        List<Interval> intervals = seconds(516, second -> second < 513 ? 1_200 : second == 513 ? 660 : 155);

        assertThat(BurstFit.of(intervals))
                .isInstanceOfSatisfying(
                        BurstFit.TooShort.class,
                        fit -> assertThat(fit.reason().toString())
                                .isEqualTo(
                                        "The rate dropped only 3.0 s before the end; at least 6 s after the burst are required."));
    }

    private static List<Interval> seconds(int n, IntUnaryOperator megabytes) {
        return IntStream.range(0, n)
                .mapToObj(second ->
                        new Interval(second * 1_000_000L, 1_000_000, megabytes.applyAsInt(second) * 1_000_000L, null))
                .toList();
    }

    private static BurstFit fit(String name) throws IOException {
        return BurstFit.of(CaseFile.intervals(name));
    }
}
