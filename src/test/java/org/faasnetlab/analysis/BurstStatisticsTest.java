package org.faasnetlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.analysis.BurstStatistics.Estimate;
import org.faasnetlab.analysis.BurstStatistics.IntervalOf;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.comparison.RunComparison.ComparedRun;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.analysis.BurstRuns;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.junit.jupiter.api.Test;

class BurstStatisticsTest {
    private static final double PRECISION = 0.1e6;

    private final RunAnalysis analysis = RunAnalysis.withBundledData();

    /** Student's interval of the mean of 290, 300, 300, 310, 320 MB: 304 ± 14.16. */
    @Test
    void burstOfACellIsTheMedianOfItsTrialsWithTheIntervalOfBandwidths() {
        BurstStatistics cell = only(BurstRuns.of("a", one(300), one(290), one(320), one(310), one(300)));

        assertThat(cell.trials()).isEqualTo(5);
        assertThat(cell.bursts()).isEqualTo(5);
        Estimate burst = cell.estimates().get(BurstMetrics.BURST);
        assertThat(burst.statistics().median()).isCloseTo(300e6, within(PRECISION));
        assertThat(burst.interval().low()).isCloseTo(289.84e6, within(PRECISION));
        assertThat(burst.interval().high()).isCloseTo(318.16e6, within(PRECISION));
        assertThat(burst.intervalOf()).isEqualTo(IntervalOf.TRIALS);
        assertThat(cell.estimates().get(BurstMetrics.BASELINE).statistics().median())
                .isCloseTo(625e6, within(PRECISION));
        assertThat(cell.sentence().toString())
                .startsWith("A burst in 5 of 5 trials, with medians of 300 MB (95 % CI 290 MB to 318 MB) at 5.0")
                .contains(", then a baseline of 625 Mbit/s (95 % CI ");
    }

    @Test
    void trialsWithoutABurstAreCountedAndAreNoBurstOfZero() {
        BurstStatistics cell = only(BurstRuns.of("a", one(300), one(0), one(320), one(310), one(300)));

        assertThat(cell.bursts()).isEqualTo(4);
        assertThat(cell.baselines()).isEqualTo(5);
        assertThat(cell.estimates().get(BurstMetrics.BURST).statistics().trials())
                .isEqualTo(4);
        assertThat(cell.estimates().get(BurstMetrics.BASELINE).statistics().trials())
                .isEqualTo(5);
        assertThat(cell.sentence().toString()).startsWith("A burst in 4 of 5 trials, with medians of 305 MB (95 % CI ");
    }

    /** What a sandbox shows after a pause is its refill: 315 MB and 106 MB are no sample of one quantity. */
    @Test
    void burstsAreThoseOfNewSandboxes() {
        RunData run = BurstRuns.withPauses("a", one(315), one(106), one(102));
        BurstStatistics cell = only(run);

        assertThat(cell.trials()).isEqualTo(3);
        assertThat(cell.fresh()).isEqualTo(1);
        assertThat(cell.bursts()).isEqualTo(1);
        Estimate burst = cell.estimates().get(BurstMetrics.BURST);
        assertThat(burst.statistics().median()).isCloseTo(315e6, within(PRECISION));
        assertThat(burst.intervalOf()).isEqualTo(IntervalOf.TRANSFER);
        assertThat(cell.estimates().get(BurstMetrics.BASELINE).statistics().trials())
                .isEqualTo(3);
        assertThat(cell.sentence().toString())
                .startsWith("A burst of 315 MB (95 % CI for one transfer ")
                .contains(" in the trial with new sandboxes, then a baseline of 625 Mbit/s");
        // The first trial shows what the bucket holds, so that it was not full after the second pause either.
        assertThat(RefillRates.sentence(analysis.of(run).trials()).orElseThrow().toString())
                .startsWith("Over 2 pauses, the bucket refilled at ")
                .doesNotContain("or more");
    }

    @Test
    void withoutAValidTrialInNewSandboxesTheBurstIsUnknown() {
        RunData run = BurstRuns.withPauses("a", one(315), one(106), one(102));
        RunData busy =
                new RunData(run.run(), run.trials(), run.functions(), run.intervals(), List.of(PlainRuns.busy(0)));
        BurstStatistics cell =
                BurstStatistics.of(analysis.of(busy).trials(), false).get(0);

        assertThat(cell.fresh()).isZero();
        assertThat(cell.estimates()).containsOnlyKeys(BurstMetrics.BASELINE);
        assertThat(cell.sentence().toString())
                .startsWith(
                        "No trial had new sandboxes, whose buckets are full, so that the burst is unknown; a baseline of ");
    }

    @Test
    void aTrialHasTheBurstOfItsMedianFunction() {
        double[] mostly = {280, 300, 310, 0};
        double[] hardly = {300, 0, 0};
        BurstStatistics cell = only(BurstRuns.of("a", mostly));
        assertThat(cell.estimates().get(BurstMetrics.BURST).statistics().median())
                .isCloseTo(300e6, within(PRECISION));
        assertThat(cell.estimates().get(BurstMetrics.BURST).intervalOf()).isEqualTo(IntervalOf.FUNCTIONS);

        BurstStatistics without = only(BurstRuns.of("b", hardly));
        assertThat(without.bursts()).isZero();
        assertThat(without.estimates()).containsOnlyKeys(BurstMetrics.BASELINE);
    }

    @Test
    void aSingleTransferHasTheIntervalOfItsFit() {
        RunData run = BurstRuns.of("a", one(300));
        BurstFit.Fitted fit = (BurstFit.Fitted)
                analysis.of(run).trials().get(0).functions().get(0).burst();
        Estimate burst = only(run).estimates().get(BurstMetrics.BURST);

        assertThat(burst.intervalOf()).isEqualTo(IntervalOf.TRANSFER);
        assertThat(burst.interval().low()).isEqualTo(fit.intervals().burstLow().bytes());
        assertThat(burst.interval().high())
                .isEqualTo(fit.intervals().burstHigh().bytes());
    }

    @Test
    void invalidTrialsAreLeftOutUnlessWanted() {
        RunData run = BurstRuns.of("a", one(300), one(290), one(320));
        RunData busy =
                new RunData(run.run(), run.trials(), run.functions(), run.intervals(), List.of(PlainRuns.busy(1)));
        List<TrialFindings> trials = analysis.of(busy).trials();

        BurstStatistics valid = BurstStatistics.of(trials, false).get(0);
        assertThat(valid.trials()).isEqualTo(2);
        assertThat(valid.invalid()).isEqualTo(1);
        assertThat(BurstStatistics.of(trials, true).get(0).trials()).isEqualTo(3);
    }

    @Test
    void trialsThatAreTooShortToTellAreNoTrialsWithoutABurst() {
        RunData run = BurstRuns.of("a", one(300), one(290), one(320));
        RunData cut = new RunData(
                run.run(),
                run.trials(),
                run.functions(),
                run.intervals().stream()
                        .filter(stored ->
                                stored.trial() != 1 || stored.interval().offsetMicros() < 1_000_000)
                        .toList());
        BurstStatistics cell = only(cut);

        assertThat(cell.tooShort()).isEqualTo(1);
        assertThat(cell.bursts()).isEqualTo(2);
        assertThat(cell.sentence().toString()).endsWith(" 1 of 3 trials were too short to tell.");
    }

    @Test
    void oneTrialIsNoSentenceOverTrials() {
        RunData run = BurstRuns.of("a", one(300));
        assertThat(BurstStatistics.sentence(BurstStatistics.of(analysis.of(run).trials(), true)))
                .isEmpty();
    }

    @Test
    void aSmallBurstThatNoiseMayHideIsNotExcluded() {
        BurstStatistics none = only(BurstRuns.of("a", one(0), one(0)));
        assertThat(none.sentence().toString())
                .startsWith("No burst in any of 2 trials; a baseline of 625 Mbit/s (95 % CI ");
    }

    @Test
    void eachDirectionIsACellAndWhatTransfersNothingIsNone() {
        assertThat(BurstStatistics.of(analysis.of(SampleSweeps.bothDirections()).trials(), true))
                .extracting(cell -> cell.cell().workload().direction())
                .contains(Direction.DOWNLOAD, Direction.UPLOAD)
                .doesNotContain(Direction.BOTH);
        assertThat(BurstStatistics.of(
                        analysis.of(PlainRuns.searches("s", 2, 50e6, 60e6)).trials(), true))
                .isEmpty();
    }

    /** The shift of bursts: trials of 330, 340, 350 MB against 290, 300, 310 MB. */
    @Test
    void runsAreComparedByTheirBurstsAsByTheirBandwidths() throws Exception {
        InMemoryRunStore store = new InMemoryRunStore();
        RunData first = BurstRuns.of("first", one(300), one(290), one(310));
        RunData second = BurstRuns.of("second", one(340), one(330), one(350));
        SampleRuns.save(store, first);
        SampleRuns.save(store, second);
        List<ComparedRun> runs = analysis.withBursts(
                store,
                Stream.of(first, second)
                        .map(run -> new ComparedRun(run.run(), run.trials(), run.functions()))
                        .toList());

        assertThat(RunComparison.known(BurstMetrics.ALL, runs)).isEqualTo(BurstMetrics.ALL);
        RunComparison.of(runs, BurstMetrics.BURST).cells().forEach(cell -> {
            assertThat(cell.samples().get(0).each().median()).isCloseTo(300e6, within(PRECISION));
            assertThat(cell.samples().get(1).differenceToFirst().shift()).isCloseTo(40e6, within(PRECISION));
        });
    }

    private BurstStatistics only(RunData run) {
        List<BurstStatistics> cells = BurstStatistics.of(analysis.of(run).trials(), false);
        assertThat(cells).hasSize(1);
        return cells.get(0);
    }

    private static double[] one(double megabytes) {
        return new double[] {megabytes};
    }
}
