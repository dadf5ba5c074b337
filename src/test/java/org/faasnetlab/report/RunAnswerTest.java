package org.faasnetlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.comparison.ComparisonFormatter;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.plan.preset.Question;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.analysis.BurstRuns;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunAnswerTest {
    private static final RunAnalysis ANALYSIS = RunAnalysis.withBundledData();

    @Test
    void burstIsAnsweredWithBurstAndBaseline() {
        assertThat(answer(SampleRuns.lambdaBurst(), "iperf3-single"))
                .matches("A burst of .* at .* for .*, then a baseline of .*");
    }

    @Test
    void concurrentFunctionsAreAnsweredEachAndInTotal() {
        assertThat(answer(SampleRuns.sharedHost(), "iperf3-concurrent"))
                .isEqualTo(
                        "16 functions downloaded at 62.2 Mbit/s each (median of the 16 functions of one trial; 95 % CI for"
                                + " these functions 61.8 Mbit/s to 63.0 Mbit/s), 998 Mbit/s in total (95 % CI over the time of one"
                                + " trial 996 Mbit/s to 999 Mbit/s).");
    }

    @Test
    void intervalOfFewAndDifferentRatesIsCutOffAtZero() {
        assertThat(answer(PlainRuns.completed("a"), "iperf3-concurrent"))
                .contains("(median of the 2 functions of one trial; 95 % CI for these functions 0.0 Mbit/s to ");
    }

    @Test
    void sweepIsAnsweredWithItsCourse() {
        assertThat(answer(SampleSweeps.concurrency(), "concurrency-sweep"))
                .isEqualTo(
                        "Bandwidth per function by concurrent functions: 590 Mbit/s (1 function) falling to 61.1 Mbit/s"
                                + " (16 functions), in total 590 Mbit/s (1 function) rising to 979 Mbit/s (16 functions)."
                                + " Medians over 2 trials each.");
        assertThat(answer(SampleSweeps.memory(), "memory-sweep"))
                .isEqualTo(
                        "Bandwidth per function by memory: download: 141 Mbit/s (128 MB) rising to 592 Mbit/s (3008 MB);"
                                + " upload: 89.6 Mbit/s (128 MB) rising to 592 Mbit/s (3008 MB). One trial each; what another trial"
                                + " would measure is unknown.");
    }

    @Test
    void latencyIsBesideTheAnswerUnlessItIsTheAnswer() {
        RunData run = PlainRuns.completed("a");
        ProbeHistograms histograms = new ProbeHistograms(
                LatencyHistogram.of(8_000_000), LatencyHistogram.of(108_000_000), LatencyHistogram.of(8_000_000));
        RunData probed = new RunData(
                run.run(),
                List.of(TrialRowBuilder.like(run.trials().get(0)).probes(20).row()),
                run.functions().stream()
                        .map(function -> FunctionRowBuilder.like(function)
                                .metric(ProbeMetrics.SENT, 1)
                                .row())
                        .toList(),
                run.intervals(),
                List.of(),
                List.of(new ProbeRow(0, 0, histograms)));
        String times = "Round-trip time under load: median ";

        RunAnswer ofRate = fullAnswer(probed, "iperf3-concurrent");
        assertThat(ofRate.sentence().toString()).doesNotContain(times);
        assertThat(ofRate.latency()).asString().startsWith(times);

        RunAnswer ofLatency = fullAnswer(probed, "latency-under-load");
        assertThat(ofLatency.sentence().toString()).startsWith(times);
        assertThat(ofLatency.latency()).isNull();
        assertThat(fullAnswer(run, "iperf3-concurrent").latency()).isNull();
    }

    /** Five numbers of functions, and twelve pairs of memory and direction, of which the answer has the first four. */
    @Test
    void combinationsBeyondTheFirstAreCounted() {
        assertThat(answer(SampleSweeps.concurrency(), "iperf3-concurrent")).endsWith("; and 1 other combination.");
        assertThat(answer(SampleSweeps.memory(), "iperf3-concurrent")).endsWith("; and 8 other combinations.");
    }

    @Test
    void directionsAreAnsweredSideBySide() {
        assertThat(answer(SampleSweeps.bothDirections(), "both-directions"))
                .isEqualTo(
                        "Bandwidth per function: download of both 99.5 Mbit/s (median of the 4 functions of one trial; 95 % CI for"
                                + " these functions 97.8 Mbit/s to 101 Mbit/s), upload of both 100 Mbit/s (median of the 4"
                                + " functions of one trial; 95 % CI for these functions 99.0 Mbit/s to 101 Mbit/s).");
    }

    /** Three trials of 4 equal functions each: 100, 200 and 300 Mbit/s. Pooled, 12 functions would hold 100 to 300. */
    @Test
    void intervalIsThatOfTheTrialsAndNotOfAllFunctions() {
        String answer = answer(PlainRuns.trials("a", 4, 100e6, 200e6, 300e6), "iperf3-concurrent");
        // Student's with 2 degrees of freedom: 200 +- 4.3027 * 100 / sqrt(3), cut off at 0.
        assertThat(answer)
                .isEqualTo("4 functions downloaded at 200 Mbit/s each (median over 3 trials; 95 % CI 0.0 Mbit/s to 448"
                        + " Mbit/s), 800 Mbit/s in total (95 % CI 0.0 Mbit/s to 1.79 Gbit/s).");
    }

    @Test
    void coldAndWarmFunctionsAreComparedOverTheTrials() {
        RunData run = PlainRuns.trials("a", 4, 100e6, 200e6, 300e6);
        List<FunctionRow> functions = run.functions().stream()
                .map(function -> FunctionRowBuilder.like(function)
                        .ready(
                                "sandbox-" + function.functionIndex(),
                                function.trial() == 0,
                                function.trial() == 0 ? 900_000 : 40_000)
                        .row())
                .toList();
        RunData kinds = new RunData(run.run(), run.trials(), functions, run.intervals());
        assertThat(answer(kinds, "sequential"))
                .isEqualTo(
                        "Cold, a function got 100 Mbit/s and was ready after 900 ms (median of the 4 functions of one"
                                + " trial; 95 % CI for these functions within the digits shown); warm, 250 Mbit/s and was ready"
                                + " after 40 ms (median over 2 trials; 95 % CI 0.0 Mbit/s to 885 Mbit/s).");
    }

    @Test
    void invalidTrialsAreLeftOutOfTheAnswerUnlessWanted() {
        RunData run = PlainRuns.trials("a", 4, 100e6, 200e6, 300e6);
        RunData busy = new RunData(
                RunRowBuilder.like(run.run()).preset("iperf3-concurrent").row(),
                run.trials(),
                run.functions(),
                run.intervals(),
                List.of(PlainRuns.busy(2)));
        assertThat(RunAnswer.of(busy.run(), ANALYSIS.of(busy), busy.functions())
                        .sentence()
                        .toString())
                .startsWith("4 functions downloaded at 150 Mbit/s each (median over 2 trials; ")
                .endsWith(" 1 of 3 trials are invalid and left out of summaries of several trials: computer busy.");
        assertThat(RunAnswer.of(busy.run(), ANALYSIS.of(busy), busy.functions(), true)
                        .sentence()
                        .toString())
                .startsWith("4 functions downloaded at 200 Mbit/s each (median over 3 trials; ")
                .doesNotContain("invalid");
    }

    @Test
    void burstsOfSeveralTrialsAreAnsweredWithTheirMedian() {
        RunData run = BurstRuns.of("a", one(300), one(290), one(0), one(310), one(300));
        assertThat(RunAnswer.of(run.run(), ANALYSIS.of(run), run.functions())
                        .sentence()
                        .toString())
                .startsWith("A burst in 4 of 5 trials, with medians of 300 MB (95 % CI 287 MB to 313 MB) at 5.0");

        RunData rate = new RunData(
                RunRowBuilder.like(run.run()).preset("iperf3-concurrent").row(),
                run.trials(),
                run.functions(),
                run.intervals());
        RunAnswer answer = RunAnswer.of(rate.run(), ANALYSIS.of(rate), rate.functions());
        assertThat(answer.sentence().toString()).doesNotContain("burst");
        assertThat(answer.bursts().toString()).startsWith("A burst in 4 of 5 trials, ");
        assertThat(BurstsTable.of(ANALYSIS.of(rate).trials(), false).rows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row).startsWith(row.get(0), "5", "5", "4", "0", "300 MB", "287 MB to 313 MB"));
    }

    private static double[] one(double megabytes) {
        return new double[] {megabytes};
    }

    @Test
    void aBurstOfSeveralTrialsSaysOfWhich() {
        assertThat(answer(PlainRuns.trials("a", 1, 100e6, 200e6), "iperf3-single"))
                .startsWith("Trial 1 of 2: ");
    }

    @Test
    void theJobOfSeveralTrialsIsTheirMedian() {
        assertThat(answer(PlainRuns.objects("a", 4, 1, 3, 4), "figure-4c"))
                .startsWith("The job took 3.0 s and would cost ")
                .endsWith(" USD on AWS. Medians over the trials.");
    }

    @Test
    void jobIsAnsweredWithTimeAndCost() {
        assertThat(answer(SampleSweeps.dividedJob(), "figure-7"))
                .isEqualTo(
                        "With 1 function, the job took 3.0 s and would cost 0.000087 USD on AWS; with 7 functions, 3.0 s"
                                + " and 0.000606 USD.");
    }

    /** Trials that rise by 3 % each; in another order they are a sample. */
    @Test
    void trialsThatDriftAreStatedInAnswerTableAndComparison() {
        RunData rising = PlainRuns.trials("rising", 2, 500e6, 515e6, 530e6, 545e6, 560e6, 575e6, 590e6, 605e6);
        String drift = "rift over time, and their interval presumes that they do not.";
        List<TrialSummary> summaries = ANALYSIS.of(rising).trials().stream()
                .map(TrialFindings::summary)
                .toList();
        assertThat(RunAnswer.of(rising.run(), ANALYSIS.of(rising), rising.functions())
                        .sentence()
                        .toString())
                .contains("The trials d" + drift);
        assertThat(CellsTable.notes(summaries, rising.functions(), false))
                .extracting(Phrase::toString)
                .anyMatch(note -> note.endsWith(": the trials d" + drift));

        RunData mixed = PlainRuns.trials("mixed", 2, 575e6, 500e6, 545e6, 590e6, 530e6, 605e6, 515e6, 560e6);
        assertThat(RunAnswer.of(mixed.run(), ANALYSIS.of(mixed), mixed.functions())
                        .sentence()
                        .toString())
                .doesNotContain(drift);
        RunComparison comparison = RunComparison.of(Stream.of(mixed, rising)
                .map(run -> new RunComparison.ComparedRun(run.run(), run.trials(), run.functions()))
                .toList());
        assertThat(new ComparisonFormatter(ComparisonFormatter.EQUIVALENT)
                        .sentences(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .endsWith(" rising: the trials d" + drift);
    }

    @Test
    void transferIsAnsweredWithSizeAndTime() {
        assertThat(answer(SampleRuns.s3Upload(), "s3-upload"))
                .isEqualTo(
                        "4 functions uploaded 67.1 MB each in 2.0 s, at 268 Mbit/s each (median of the 4 functions of one trial; 95 %"
                                + " CI for these functions within the digits shown), 1.07 Gbit/s in total.");
    }

    @Test
    void busyComputerMakesAnAnswerUnreliableButAnUnknownLimitDoesNot() {
        RunData unknown = PlainRuns.completed("a");
        RunAnswer known = RunAnswer.of(unknown.run(), ANALYSIS.of(unknown), unknown.functions());
        assertThat(known.reliable()).isTrue();
        assertThat(known.sentence().toString()).startsWith("Function 0, which has the median bandwidth: no burst");

        RunData busy = PlainRuns.busyComputer("b");
        RunAnswer answer = RunAnswer.of(busy.run(), ANALYSIS.of(busy), busy.functions());
        assertThat(answer.reliable()).isFalse();
        assertThat(answer.sentence().toString())
                .startsWith("Not reliable: function 0, which has")
                .endsWith("The CPU of this computer limited the run: its utilization was 98 %, so the results do not"
                        + " describe the network.");
    }

    @Test
    void runWithoutAnyResultHasNoAnswer() {
        RunData run = SampleRuns.nothingDelivered();
        RunAnswer answer = RunAnswer.of(run.run(), ANALYSIS.of(run), run.functions());
        assertThat(answer.sentence().toString()).isEqualTo("No answer: no function finished.");
        assertThat(answer.reliable()).isFalse();
    }

    /** A changed preset may not vary what its question asks for. */
    @ParameterizedTest
    @EnumSource
    void everyQuestionHasAnAnswerInAnyRun(Question question) {
        for (RunData run :
                new RunData[] {SampleRuns.lambdaBurst(), SampleRuns.s3Upload(), SampleSweeps.bothDirections()}) {
            assertThat(answer(run, presetOf(question)))
                    .isNotBlank()
                    .endsWith(".")
                    .doesNotContain("NaN", "null");
        }
    }

    @Test
    void theTableOfAnyRunFitsAHundredColumns() {
        for (RunData run : new RunData[] {
            SampleSweeps.memory(), SampleSweeps.concurrency(), SampleSweeps.bothDirections(), SampleSweeps.dividedJob()
        }) {
            RunFindings findings = ANALYSIS.of(run);
            assertThat(TrialsTable.brief(findings, run.functions()))
                    .flatMap(TextTable::lines)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    private static String presetOf(Question question) {
        return switch (question) {
            case RATE -> "s3-download";
            case BURST -> "iperf3-single";
            case SHARE -> "iperf3-concurrent";
            case LATENCY -> "latency";
            case CAPACITY -> "capacity";
            case MEMORY -> "memory-sweep";
            case FUNCTIONS -> "figure-5";
            case OBJECT_SIZE -> "figure-3";
            case STREAMS -> "streams-sweep";
            case COLD_START -> "sequential";
            case DIRECTIONS -> "both-directions";
            case JOB -> "figure-4c";
        };
    }

    private static String answer(RunData run, String preset) {
        return fullAnswer(run, preset).sentence().toString();
    }

    private static RunAnswer fullAnswer(RunData run, String preset) {
        return RunAnswer.of(RunRowBuilder.like(run.run()).preset(preset).row(), ANALYSIS.of(run), run.functions());
    }
}
