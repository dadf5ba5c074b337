package org.faasnetlab.analysis.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.SyntheticLink;
import org.faasnetlab.testing.analysis.SyntheticLink.Shape;
import org.faasnetlab.testing.analysis.SyntheticLink.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurstFitTest {
    private static final double[] RATES = {100, 300, 625, 1000, 3000};
    private static final double[] BUCKETS = {0, 20, 150, 300, 1000};
    private static final double[] PEAKS = {1700, 5000, 10_000};
    private static final double[] SECONDS = {5, 10, 20, 60};
    private static final int SEEDS = 3;

    /** One point of the grid. */
    private record Case(double rate, double bucket, double peak, double seconds, Shape shape) {
        boolean hasBurst() {
            return bucket > 0 && peak > 1.25 * rate;
        }

        double kneeSeconds() {
            return bucket * (1 << 20) / ((peak - rate) * 125e3);
        }

        double pulseShare() {
            return shape == Shape.PULSES ? rate * 125e3 / 10 / (bucket * (1 << 20)) : 0;
        }

        BurstFit fit(int intervalMillis, long seed) {
            return BurstFit.of(SyntheticLink.megabits(rate, bucket, peak, shape).run(seconds, intervalMillis, seed));
        }
    }

    private static List<Case> grid(double... buckets) {
        List<Case> grid = new ArrayList<>();
        for (double rate : RATES) {
            for (double bucket : buckets) {
                for (double peak : PEAKS) {
                    for (double seconds : SECONDS) {
                        for (Shape shape : Shape.values()) {
                            grid.add(new Case(rate, bucket, peak, seconds, shape));
                        }
                    }
                }
            }
        }
        return grid;
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void overTheGridNoBurstIsSeenWhereThereIsNone(int intervalMillis) {
        SoftAssertions all = new SoftAssertions();
        for (Case each : grid(BUCKETS)) {
            for (int seed = 0; seed < SEEDS && !each.hasBurst(); seed++) {
                all.assertThat(each.fit(intervalMillis, seed))
                        .as("%s", each)
                        .isInstanceOfSatisfying(
                                BurstFit.NoBurst.class,
                                none -> assertThat(none.baseline().rate().megabitsPerSecond())
                                        .isCloseTo(Math.min(each.rate(), each.peak()), within(0.02 * each.rate())));
            }
        }
        all.assertAll();
    }

    @Test
    void overTheGridBurstsAreWithin5PercentAndBaselinesWithin2() {
        SoftAssertions all = new SoftAssertions();
        for (Case each : grid(150, 300, 1000)) {
            for (int seed = 0; seed < SEEDS && each.hasBurst() && each.seconds() - each.kneeSeconds() > 2.1; seed++) {
                all.assertThat(each.fit(100, seed))
                        .as("%s", each)
                        .isInstanceOfSatisfying(BurstFit.Fitted.class, fit -> {
                            assertThat(relative(fit.burst().mebibytes(), each.bucket()))
                                    // A pulse across the edge of the interval may belong to either side.
                                    .isLessThan(Math.max(0.05, each.pulseShare()));
                            assertThat(relative(fit.baseline().rate().megabitsPerSecond(), each.rate()))
                                    .isLessThan(0.02);
                        });
            }
        }
        all.assertAll();
    }

    @Test
    void smallBurstIsNeverOverestimated() {
        for (Case each : grid(20)) {
            for (int seed = 0; seed < SEEDS && each.hasBurst(); seed++) {
                BurstFit fit = each.fit(100, seed);
                assertThat(fit).as("%s", each).isNotInstanceOf(BurstFit.TooShort.class);
                if (each.rate() <= 625) {
                    assertThat(fit).as("%s", each).isInstanceOf(BurstFit.Fitted.class);
                }
                if (fit instanceof BurstFit.Fitted fitted && each.rate() <= 1000) {
                    assertThat(relative(fitted.burst().mebibytes(), 20))
                            .as("%s", each)
                            .isLessThan(Math.max(0.06, each.pulseShare()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void aBaselineOfLessThanTwoSecondsIsTooShort(int intervalMillis) {
        for (Shape shape : Shape.values()) {
            // The knees lie at 3.6 and 4.2 of 5 s.
            assertThat(new Case(1000, 300, 1700, 5, shape).fit(intervalMillis, 1))
                    .isInstanceOf(BurstFit.TooShort.class);
            assertThat(new Case(3000, 1000, 5000, 5, shape).fit(intervalMillis, 1))
                    .isInstanceOf(BurstFit.TooShort.class);
        }
    }

    @Test
    void aTransferOfOneSecondIsTooShort() {
        assertThat(new Case(625, 300, 5000, 1, Shape.EVEN).fit(100, 1))
                .isEqualTo(new BurstFit.TooShort(
                        Phrase.of("The transfer lasted 1.0 s; at least 2 s after the burst are required.")));
        assertThat(BurstFit.of(List.of())).isInstanceOf(BurstFit.TooShort.class);
    }

    @Test
    void missingIntervalsAreNotStall() {
        List<Interval> intervals = new ArrayList<>(
                SyntheticLink.megabits(625, 300, 5000, Shape.EVEN).run(10, 100, 1));
        intervals.subList(40, 45).clear();
        assertThat(BurstFit.of(intervals))
                .isEqualTo(new BurstFit.TooShort(
                        Phrase.of("Intervals are missing or overlap, so burst and baseline cannot be estimated.")));
    }

    @Test
    void pulsesInIntervalsOf20MillisecondsAverageOut() {
        // 0, 0, 0, 0, 7.5 MiB: AWS Lambda as measured in 2024.
        BurstFit.Fitted fit = fitted(
                SyntheticLink.megabits(629.1456, 300, 10_000, Shape.PULSES).run(10, 20, 3));
        assertThat(fit.burst().mebibytes()).isCloseTo(300, within(7.5));
        assertThat(fit.baseline().rate().megabitsPerSecond()).isCloseTo(629.1, within(3.0));
    }

    /**
     * The output of iperf3 3.12 through Linux's tbf with 600 Mbit/s, a bucket of 300 MiB and a peak of 5 Gbit/s. The
     * kernel counts headers: of 1,514 bytes 1,448 are payload.
     */
    @Test
    void linuxTokenBucketParametersAreFound() {
        double[] megabits = {4881, 4779, 4790, 4834, 4761, 3628};
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            double rate = i < megabits.length ? megabits[i] : i % 2 == 0 ? 542 : 610;
            intervals.add(new Interval(i * 100_000L, 100_000, Math.round(rate * 12_500), null));
        }
        BurstFit.Fitted fit = fitted(intervals);
        double payload = 1448.0 / 1514;
        assertThat(fit.burst().mebibytes()).isCloseTo(300 * payload, within(0.01 * 300));
        assertThat(fit.baseline().rate().megabitsPerSecond()).isCloseTo(600 * payload, within(6.0));
        assertThat(fit.burstRate().megabitsPerSecond()).isCloseTo(5000 * payload, within(50.0));
    }

    @Test
    void burstRateAndTimeToBaselineAreThoseOfTheKnee() {
        BurstFit.Fitted fit =
                fitted(SyntheticLink.megabits(625, 300, 5000, Shape.EVEN).run(10, 100, 1));
        assertThat(fit.timeToBaseline().toMillis()).isCloseTo(575, within(20L));
        assertThat(fit.burstRate().megabitsPerSecond()).isCloseTo(5000, within(100.0));
        assertThat(fit.kneeResolved()).isTrue();
    }

    @Test
    void aBurstWithinTheFirstIntervalHasALowerLimitOfItsRate() {
        BurstFit.Fitted fit =
                fitted(SyntheticLink.megabits(625, 300, 5000, Shape.EVEN).run(10, 1000, 1));
        assertThat(fit.kneeResolved()).isFalse();
        assertThat(fit.burst().mebibytes()).isCloseTo(300, within(6.0));
        assertThat(fit.burstRate().megabitsPerSecond()).isLessThan(5000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 1})
    void aSlowStartOfTcpChangesNeitherBurstNorBaseline(double seconds) {
        Trouble slow = new Trouble(seconds, 0, 0, 0, false);
        BurstFit.Fitted fit = fitted(troubled(300, slow));
        assertThat(fit.burst().mebibytes()).isCloseTo(300, within(9.0));
        assertThat(troubledFit(0, slow))
                .isInstanceOfSatisfying(
                        BurstFit.NoBurst.class,
                        none -> assertThat(none.baseline().rate().megabitsPerSecond())
                                .isCloseTo(625, within(6.0)));
    }

    @Test
    void bytesInSocketBufferAreNotBurst() {
        Trouble buffer = new Trouble(0, 4e6, 0, 0, false);
        assertThat(troubledFit(0, buffer)).isInstanceOf(BurstFit.NoBurst.class);
        assertThat(BurstFit.of(troubled(20, buffer), new DataSize(4_000_000)))
                .isInstanceOfSatisfying(
                        BurstFit.Fitted.class,
                        fit -> assertThat(fit.burst().mebibytes()).isCloseTo(20, within(1.0)));
    }

    @ParameterizedTest
    @CsvSource({"0.1,3.0,true", "0.1,7.35,false", "0.3,4.1,true", "0.3,4.1,false", "0.5,7.3,true"})
    void stallChangesNeitherBurstNorBaseline(double seconds, double at, boolean lost) {
        Trouble stall = new Trouble(0, 0, at, seconds, lost);
        BurstFit.Fitted fit = fitted(troubled(300, stall));
        assertThat(fit.burst().mebibytes()).isCloseTo(300, within(15.0));
        assertThat(fit.baseline().rate().megabitsPerSecond()).isCloseTo(625, within(12.5));
        assertThat(troubledFit(0, stall)).isInstanceOf(BurstFit.NoBurst.class);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theIntervalOfTheBaselineHoldsItInAtLeast9Of10Transfers(Shape shape) {
        int held = 0;
        for (int seed = 0; seed < 100; seed++) {
            Baseline baseline = fitted(
                            SyntheticLink.megabits(625, 300, 5000, shape).run(10, 100, seed))
                    .baseline();
            held += baseline.low().megabitsPerSecond() <= 625
                            && 625 <= baseline.high().megabitsPerSecond()
                    ? 1
                    : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 100, 500})
    void smallBucketsAndSlowOrFastBaselinesAreFoundAsWell(double megabytes) {
        SoftAssertions all = new SoftAssertions();
        for (double rate : new double[] {70, 150, 1250}) {
            for (double peak : new double[] {700, 2000, 10_000}) {
                Case each = new Case(rate, megabytes * 1e6 / (1 << 20), peak, 20, Shape.EVEN);
                if (each.hasBurst()) {
                    all.assertThat(each.fit(100, 1))
                            .as("%s", each)
                            .isInstanceOfSatisfying(BurstFit.Fitted.class, fit -> {
                                assertThat(relative(fit.burst().mebibytes(), each.bucket()))
                                        .isLessThan(0.05);
                                assertThat(relative(fit.baseline().rate().megabitsPerSecond(), each.rate()))
                                        .isLessThan(0.02);
                            });
                }
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"10,0.1", "10,0.5", "20,0.1", "20,0.3", "20,0.5", "60,0.1", "60,0.5"})
    void driftingLinkHasNoBurst(double seconds, double decline) {
        Class<? extends BurstFit> expected = decline < 0.25 ? BurstFit.NoBurst.class : BurstFit.RateChanged.class;
        assertThat(BurstFit.of(course(seconds, at -> 625 * (1 - decline * at / seconds))))
                .isInstanceOf(expected);
        assertThat(BurstFit.of(course(seconds, at -> 625 * (1 + decline / 2 * Math.cos(Math.PI * at / seconds)))))
                .isInstanceOf(expected);
    }

    @Test
    void driftIsReportedWithItsEnds() {
        BurstFit.RateChanged fit = (BurstFit.RateChanged) BurstFit.of(course(20, at -> 625 * (1 - 0.5 * at / 20)));
        assertThat(fit.change()).isEqualTo(BurstFit.Change.DRIFT);
        assertThat(fit.stretches().get(0).rate().megabitsPerSecond()).isCloseTo(625, within(10.0));
        assertThat(fit.stretches().get(1).rate().megabitsPerSecond()).isCloseTo(312, within(10.0));
        assertThat(fit.mean().rate().megabitsPerSecond()).isCloseTo(469, within(2.0));
        assertThat(BurstFormatter.sentence(fit).toString())
                .matches(
                        "The rate drifted from 6.. Mbit/s at 0\\.00 s to 3.. Mbit/s at 20\\.00 s; one rate does not describe it"
                                + " \\(mean 4.. Mbit/s, 95 % CI .*\\)\\.");
    }

    @Test
    void transferStalledAtEndHasNoBaseline() {
        assertThat(BurstFit.of(course(20, at -> at < 18 ? 625 : 0)))
                .isEqualTo(new BurstFit.TooShort(
                        Phrase.of("The transfer stalled for its last 2.0 s, so it has no baseline.")));
        assertThat(BurstFit.of(course(20, at -> at < 19.5 ? 625 : 0)))
                .isInstanceOfSatisfying(
                        BurstFit.TooShort.class,
                        fell -> assertThat(fell.reason().toString())
                                .startsWith("The rate dropped only 0.5 s before the end"));
    }

    @Test
    void slowerLinkIsMentionedForSmallFall() {
        String slower = "; a link that slowed down at that time would look the same.";
        assertThat(BurstFormatter.sentence(fitted(course(10, at -> at < 5 ? 625 : 400)))
                        .toString())
                .endsWith(slower);
        assertThat(BurstFormatter.sentence(fitted(course(10, at -> at < 1 ? 3000 : 625)))
                        .toString())
                .doesNotContain("slower");
    }

    @Test
    void severalFunctionsTogetherHaveTheSumOfTheirBuckets() {
        SyntheticLink link = SyntheticLink.megabits(625, 300, 5000, Shape.EVEN);
        BurstFit fit = BurstFit.ofCombined(
                List.of(link.run(10, 100, 1), link.run(10.5, 100, 2), link.run(11, 100, 3)), new DataSize(0));
        assertThat(fit).isInstanceOfSatisfying(BurstFit.Fitted.class, together -> {
            assertThat(together.burst().mebibytes()).isCloseTo(900, within(20.0));
            assertThat(together.baseline().rate().megabitsPerSecond()).isCloseTo(1875, within(20.0));
        });
    }

    @Test
    void theOrderOfTheIntervalsDoesNotMatter() {
        List<Interval> intervals =
                SyntheticLink.megabits(625, 300, 5000, Shape.PULSES).run(10, 100, 1);
        List<Interval> reversed = new ArrayList<>(intervals);
        Collections.reverse(reversed);
        assertThat(BurstFit.of(reversed)).isEqualTo(BurstFit.of(intervals));
    }

    /** @param megabits rate at a time in seconds; with noise of 1 % */
    private static List<Interval> course(double seconds, DoubleUnaryOperator megabits) {
        Random random = new Random(1);
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            double rate = megabits.applyAsDouble(i / 10.0) * (1 + 0.01 * random.nextGaussian());
            intervals.add(new Interval(i * 100_000L, 100_000, Math.round(rate * 12_500), null));
        }
        return intervals;
    }

    private static double relative(double measured, double truth) {
        return Math.abs(measured / truth - 1);
    }

    private static List<Interval> troubled(double bucket, Trouble trouble) {
        SyntheticLink link = SyntheticLink.megabits(625, bucket, 5000, Shape.EVEN);
        return link.run(10, 100, 7, link.bucket(), trouble);
    }

    private static BurstFit troubledFit(double bucket, Trouble trouble) {
        return BurstFit.of(troubled(bucket, trouble));
    }

    private static BurstFit.Fitted fitted(List<Interval> intervals) {
        BurstFit fit = BurstFit.of(intervals);
        assertThat(fit).isInstanceOf(BurstFit.Fitted.class);
        return (BurstFit.Fitted) fit;
    }

    /** Pauses, spikes and buffered bytes in any order, as computers under load produce them. */
    @ParameterizedTest
    @ValueSource(ints = {20, 100, 1000})
    void everyTransferHasAnAnswer(int intervalMillis) {
        Random random = new Random(intervalMillis);
        for (int transfer = 0; transfer < 400; transfer++) {
            double rate = 0;
            List<Interval> intervals = new ArrayList<>();
            for (int i = 0, n = 1 + random.nextInt(120); i < n; i++) {
                if (i == 0 || random.nextInt(8) == 0) {
                    rate = random.nextInt(3) == 0 ? 0 : Math.pow(10, 6 + 4 * random.nextDouble());
                }
                long micros = intervalMillis * 1000L;
                intervals.add(new Interval(i * micros, micros, Math.round(rate * micros / 8e6), null));
            }
            DataSize buffered = new DataSize(random.nextInt(2) * (long) random.nextInt(20_000_000));

            assertThat(BurstFit.of(intervals, buffered)).isNotNull();
        }
    }
}
