package org.faasnetlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.analysis.verdict.EvidenceSubject;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.api.Test;

class RunAnalysisTest {
    private final RunAnalysis analysis = RunAnalysis.withBundledData();

    @Test
    void failuresAreCountedButNeverSamples() {
        TrialFindings trial = analysis.of(SampleRuns.withFailures()).trials().get(0);

        assertThat(trial.summary().failed()).isEqualTo(2);
        assertThat(trial.summary().each().functions()).isEqualTo(6);
        assertThat(trial.summary().each().median().megabitsPerSecond()).isGreaterThan(500);
        assertThat(trial.functions()).hasSize(8);
        assertThat(trial.functions().get(2).burst()).isNull();
        assertThat(trial.verdict()).isEqualTo(new Verdict.TooManyFailures(2, 8));
        assertThat(trial.evidence())
                .first()
                .isEqualTo(new EvidenceItem(
                        EvidenceSubject.FUNCTIONS,
                        null,
                        EvidenceItem.State.REACHED,
                        Phrase.of("6 of 8 finished; failed functions are counted but not sampled.")));
    }

    @Test
    void sharesInsideTheCommonWindowAndTheIntervalOfTheMedianAreGiven() {
        TrialFindings trial = analysis.of(SampleRuns.sharedHost()).trials().get(0);

        assertThat(trial.summary().leastInside()).isBetween(0.9, 1.0);
        assertThat(trial.functions())
                .allSatisfy(findings -> assertThat(findings.insideShare()).isBetween(0.9, 1.0));
        FunctionBandwidths each = trial.summary().each();
        assertThat(each.variation()).isNotNull();
        assertThat(each.medianInterval().low()).isLessThanOrEqualTo(each.median());
        assertThat(each.medianInterval().high()).isGreaterThanOrEqualTo(each.median());
    }

    @Test
    void coldAndWarmFunctionsAreTrackedSeparately() {
        TrialFindings trial = analysis.of(SampleRuns.s3Upload()).trials().get(0);

        assertThat(trial.cold().functions()).isEqualTo(2);
        assertThat(trial.warm().functions()).isEqualTo(2);
        assertThat(trial.summary().each().functions()).isEqualTo(4);
    }

    @Test
    void burstOfMedianFunctionRepresentsTrial() {
        TrialFindings trial = analysis.of(SampleRuns.manyFunctions()).trials().get(0);

        assertThat(trial.typical().burst()).isInstanceOf(BurstFit.Fitted.class);
        assertThat(trial.burst().toString())
                .contains("which has the median bandwidth: a burst of", "A burst was detected in 64 of 64 functions.");
    }

    @Test
    void recordedEvidenceCountsAndOlderRunsReportItMissing() {
        RunData run = SampleRuns.s3Upload();
        TrialFindings older = analysis.of(run).trials().get(0);
        assertThat(computer(older).state()).isEqualTo(EvidenceItem.State.UNKNOWN);

        EvidenceRow busy = new EvidenceRow(0, 900_000L, 0.98, 1.0, 8, null, null, null, null, null);
        TrialFindings trial = analysis.of(
                        new RunData(run.run(), run.trials(), run.functions(), run.intervals(), List.of(busy)))
                .trials()
                .get(0);
        assertThat(trial.verdict()).isEqualTo(new Verdict.LocalComputerBusy(0.98));
        assertThat(computer(trial).sentence().toString())
                .contains("98 % (median, maximum 100 %); above 90 % it limits");
        assertThat(trial.evidence())
                .anySatisfy(
                        item -> assertThat(item.sentence().toString()).contains("They were invoked 0.9 s before T0."));
    }

    @Test
    void theJobIsPricedAsItWouldCostOnAws() {
        JobCost job = analysis.of(SampleRuns.sharedHost()).trials().get(0).job();

        assertThat(job.hypothetical()).isTrue();
        assertThat(job.times().functionTimes()).hasSize(16);
        assertThat(job.usd()).isPositive();
        assertThat(job.sentence().toString()).contains("cost on AWS would be 0.00");
        assertThat(job.source().toString()).contains("us-east-1", "retrieved 2026-");
    }

    @Test
    void onAwsProviderLimitsAreCheckedAndCostIsReal() {
        RunData local = SampleRuns.withFailures();
        RunData aws = on("AWS us-east-1", local, Map.of());
        TrialFindings trial = analysis.of(aws).trials().get(0);

        assertThat(trial.evidence())
                .extracting(EvidenceItem::subject)
                .contains(
                        EvidenceSubject.SERVER_NETWORK,
                        EvidenceSubject.SERVER_DISK,
                        EvidenceSubject.FUNCTION_LIMIT,
                        EvidenceSubject.VPC)
                .doesNotContain(EvidenceSubject.THIS_COMPUTER);
        assertThat(trial.job().hypothetical()).isFalse();
        assertThat(trial.job().source().toString()).doesNotContain("would");
    }

    @Test
    void refillOrReasonIsReportedAfterPause() {
        RunData once = SampleRuns.manyFunctions();
        TrialRow first = once.trials().get(0);
        RunData simulated = again(once, first.network().link().toSetting());
        List<TrialFindings> trials = analysis.of(simulated).trials();
        assertThat(trials.get(0).refill()).isNull();
        // After a pause of 3 s the second burst is as large as the first.
        assertThat(trials.get(1).refillSentence())
                .asString()
                .startsWith("The bucket refilled at ")
                .contains("or more", "median of the 64 functions of one pause");
        TrialFindings real = analysis.of(again(once, "unlimited")).trials().get(1);
        assertThat(real.refillSentence()).isEqualTo(trials.get(1).refillSentence());
    }

    @Test
    void omittedSecondsAreNoted() {
        RunData run = on("This computer", SampleRuns.sharedHost(), Map.of("omit", "2"));
        assertThat(analysis.of(run).notes())
                .containsExactly(Phrase.of("The first 2 s of every transfer were omitted, including any burst."));
    }

    @Test
    void runWithoutResultIsNotError() {
        RunFindings found = analysis.of(SampleRuns.nothingDelivered());
        assertThat(found.trials()).allSatisfy(trial -> {
            assertThat(trial.typical()).isNull();
            assertThat(trial.evidence())
                    .extracting(EvidenceItem::subject)
                    .containsExactly(EvidenceSubject.FUNCTIONS, EvidenceSubject.START, EvidenceSubject.THIS_COMPUTER);
            assertThat(trial.job()).isNull();
            assertThat(trial.verdict().sentence().toString())
                    .isEqualTo("No function finished, so there is no verdict.");
        });
    }

    private static EvidenceItem computer(TrialFindings trial) {
        return trial.evidence().stream()
                .filter(item -> item.subject() == EvidenceSubject.THIS_COMPUTER)
                .findFirst()
                .orElseThrow();
    }

    /** The burst of 283 MB was regained in 3, 4 and 6 s: at 754, 566 and 377 Mbit/s, each a lower limit. */
    @Test
    void refillIsSummarizedOverThePausesBetweenValidTrials() {
        RunData once = SampleRuns.lambdaBurst();
        RunData run = repeated(once, 0, 13, 27, 43);
        List<TrialFindings> trials = analysis.of(run).trials();
        List<RefillRates> rates = RefillRates.of(trials);
        assertThat(rates).hasSize(1);
        assertThat(rates.get(0).rate().trials()).isEqualTo(3);
        assertThat(rates.get(0).lowerLimit()).isTrue();
        double median = rates.get(0).rate().median();
        assertThat(RefillRates.of(trials.subList(2, 4)).get(0).rate().median()).isLessThan(median);
        assertThat(RefillRates.sentence(trials))
                .hasValueSatisfying(sentence -> assertThat(sentence.toString())
                        .startsWith("Over 3 pauses, the bucket refilled at ")
                        .contains(" or more (median; 95 % CI "));
        assertThat(RefillRates.overPauses(trials)).isEqualTo(RefillRates.sentence(trials));

        // A trial in the middle is invalid: it takes part in two pauses.
        RunData busy =
                new RunData(run.run(), run.trials(), run.functions(), run.intervals(), List.of(PlainRuns.busy(1)));
        assertThat(RefillRates.overPauses(analysis.of(busy).trials())).isEmpty();
        assertThat(RefillRates.sentence(trials.subList(0, 2)))
                .isEqualTo(Optional.ofNullable(trials.get(1).refillSentence()));
        assertThat(RefillRates.sentence(trials.subList(0, 1))).isEmpty();
    }

    @Test
    void onlyTheTypicalFunctionsOfALargeRunAreAnalyzedForBursts() throws Exception {
        RunAnalysis bounded = new RunAnalysis(PublishedResults.load(), new CostModel(PriceTable.bundled()), 100);
        InMemoryRunStore store = new InMemoryRunStore();
        RunData run = SampleRuns.manyFunctions();
        store.add(run);
        RunFindings all = bounded.read(store, run.run(), FittedFunctions.EVERY_FUNCTION);
        RunFindings typical = bounded.read(store, run.run());

        TrialFindings findings = typical.trials().get(0);
        TrialFindings every = all.trials().get(0);
        assertThat(every.isEveryFunctionFitted()).isTrue();
        assertThat(all.notes()).isEmpty();
        assertThat(findings.functions())
                .filteredOn(function -> function.burst() != null)
                .hasSize(1);
        assertThat(findings.typical().function()).isEqualTo(every.typical().function());
        assertThat(findings.typical().burst()).isEqualTo(every.typical().burst());
        assertThat(findings.verdict()).isEqualTo(every.verdict());
        assertThat(findings.summary().each()).isEqualTo(every.summary().each());
        assertThat(findings.summary().aggregate().bitsPerSecond())
                .isCloseTo(every.summary().aggregate().bitsPerSecond(), within(100.0));
        assertThat(every.summary().steadyAggregate()).isNotNull();
        assertThat(findings.summary().steadyAggregate()).isNull();
        assertThat(findings.burst().toString()).endsWith(" The other functions were not analyzed for bursts.");
        assertThat(typical.notes())
                .singleElement()
                .asString()
                .contains("only the function with the median bandwidth", "show RUN --functions");
    }

    @Test
    void aLargeRunHasItsRefillFromTheTypicalFunctions() throws Exception {
        RunAnalysis bounded = new RunAnalysis(PublishedResults.load(), new CostModel(PriceTable.bundled()), 100);
        InMemoryRunStore store = new InMemoryRunStore();
        RunData run = again(SampleRuns.manyFunctions(), "unlimited");
        store.add(run);

        List<TrialFindings> trials = bounded.read(store, run.run()).trials();

        assertThat(trials.get(1).refillSentence())
                .asString()
                .startsWith("The bucket refilled at ")
                .contains(" or more", "(1 function; 95 % CI ");
    }

    @Test
    void bothDirectionsOfALargeRunHaveATypicalFunction() throws Exception {
        RunAnalysis bounded = new RunAnalysis(PublishedResults.load(), new CostModel(PriceTable.bundled()), 1);
        InMemoryRunStore store = new InMemoryRunStore();
        RunData run = SampleSweeps.bothDirections();
        store.add(run);

        TrialFindings both = bounded.read(store, run.run()).trials().get(0);

        assertThat(both.directions())
                .hasSize(2)
                .allSatisfy(direction -> assertThat(direction.typical().burst()).isNotNull());
        assertThat(both.functions())
                .filteredOn(function -> function.burst() != null)
                .hasSize(2);
    }

    private static RunData on(String testbed, RunData data, Map<String, String> settings) {
        RunRowBuilder run = RunRowBuilder.like(data.run()).testbed(testbed);
        settings.forEach(run::setting);
        return new RunData(run.row(), data.trials(), data.functions(), data.intervals());
    }

    /** The same trial twice, in the same sandboxes, with 3 s between the end of the first and T0 of the second. */
    private static RunData again(RunData once, String link) {
        TrialRow first = once.trials().get(0);
        List<FunctionRow> functions = new ArrayList<>(once.functions());
        once.functions().forEach(function -> functions.add(second(function)));
        List<StoredInterval> intervals = new ArrayList<>(once.intervals());
        once.intervals()
                .forEach(stored -> intervals.add(new StoredInterval(1, stored.functionIndex(), stored.interval())));
        RunData twice = new RunData(
                once.run(), List.of(trial(first, 0, link, 0), trial(first, 1, link, 13_000_000)), functions, intervals);
        return on("This computer", twice, Map.of("pause", "3"));
    }

    /** The same trial of one function at several times, in seconds after the first. */
    private static RunData repeated(RunData once, long... seconds) {
        List<TrialRow> trials = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        List<StoredInterval> intervals = new ArrayList<>();
        for (int index = 0; index < seconds.length; index++) {
            int trial = index;
            trials.add(trial(once.trials().get(0), index, "unlimited", seconds[index] * 1_000_000));
            once.functions()
                    .forEach(function -> functions.add(
                            FunctionRowBuilder.like(function).trial(trial).row()));
            once.intervals()
                    .forEach(stored ->
                            intervals.add(new StoredInterval(trial, stored.functionIndex(), stored.interval())));
        }
        return on("This computer", new RunData(once.run(), trials, functions, intervals), Map.of("pause", "3"));
    }

    private static TrialRow trial(TrialRow row, int index, String link, long later) {
        return TrialRowBuilder.like(row)
                .index(index)
                .link(link)
                .t0(row.t0EpochMicros() + later)
                .row();
    }

    private static FunctionRow second(FunctionRow function) {
        return FunctionRowBuilder.like(function).trial(1).cold(false).row();
    }
}
