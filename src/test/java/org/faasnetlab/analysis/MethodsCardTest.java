package org.faasnetlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.faasnetlab.analysis.MethodsCard.State;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;

/** What the card claims of a run must be true of its data. */
class MethodsCardTest {
    private static final RunAnalysis ANALYSIS = RunAnalysis.withBundledData();
    private static final long LATE = 3_000_000;

    /** @param megabits of each function; NaN for one that failed */
    private record Trial(int memoryMb, long startMicros, RunStatus status, double... megabits) {
        static Trial of(double... megabits) {
            return new Trial(1769, 0, RunStatus.COMPLETED, megabits);
        }

        static Trial late(double... megabits) {
            return new Trial(1769, LATE, RunStatus.COMPLETED, megabits);
        }
    }

    @Test
    void rule1NeverApplies() {
        assertRule(1, State.NOT_APPLICABLE, "no speed-up is reported", card(Trial.of(100)));
    }

    @Test
    void rule2IsMetByReasons() {
        assertRule(2, State.MET, "All 2 trials of the plan are reported.", card(Trial.of(100), Trial.of(101)));
        assertRule(
                2,
                State.MET,
                "All 3 trials of the plan are reported. 2 of 3 trials are invalid and left out of summaries of several"
                        + " trials: missed T0.",
                card(Trial.of(100), Trial.late(101), Trial.late(102)));
        Trial failed = new Trial(1769, 0, RunStatus.PARTIAL, 100, Double.NaN);
        assertRule(2, State.MET, "1 failed functions are listed with their reasons", card(failed, Trial.of(100, 101)));
        RunRow cancelled = run().status(RunStatus.CANCELLED).row();
        Trial cutOff = new Trial(1769, 0, RunStatus.CANCELLED, 100);
        assertRule(2, State.NOT_MET, "No function reported a failure.", card(cancelled, Trial.of(100), cutOff));
        assertRule(2, State.NOT_MET, "whether it is complete is unknown", card(imported(), Trial.of(100)));
    }

    @Test
    void rule3TakesTwoRates() {
        assertRule(3, State.NOT_APPLICABLE, "no two rates", card(Trial.of(100)));
        assertRule(3, State.NOT_APPLICABLE, "no two rates", card(Trial.of(100), Trial.late(101)));
        assertRule(3, State.MET, "Each of the 4 rates", card(Trial.of(100, 101), Trial.of(102, 103)));
    }

    @Test
    void rule4IsMissedByTheMedianOfCoefficientsOfVariation() {
        assertRule(4, State.MET, "none is summarized over trials", card(Trial.of(100, 101)));
        assertRule(4, State.MET, "none is summarized over trials", card(Trial.of(100), Trial.of(101)));
        assertRule(4, State.NOT_MET, "1 of 1", card(Trial.of(100, 101), Trial.of(102, 103)));
        assertRule(4, State.NOT_APPLICABLE, "No trial is valid", card(Trial.late(100), Trial.late(101)));
    }

    @Test
    void rule5CountsValidTrials() {
        assertRule(5, State.MET, "Every cell has 6 valid trials or more", card(trials(6, 100)));
        assertRule(
                5,
                State.NOT_MET,
                "Cells with less than two valid trials: 1 of 1.",
                card(Stream.concat(Stream.of(Trial.of(100)), Arrays.stream(late(5)))
                        .toArray(Trial[]::new)));
        assertRule(5, State.NOT_APPLICABLE, "No trial is valid", card(late(6)));
    }

    @Test
    void rule6IsMissedWhereIntervalsAreStudents() {
        assertRule(6, State.MET, "order statistics", card(trials(6, 100)));
        assertRule(6, State.MET, "order statistics", card(Trial.of(values(6))));
        assertRule(6, State.NOT_MET, "1 of 1", card(Trial.of(100, 101, 102, 103)));
        assertRule(6, State.NOT_MET, "1 of 1", card(trials(3, 100)));
        assertRule(
                6,
                State.NOT_MET,
                "1 of 1",
                card(Stream.concat(Arrays.stream(trials(3, 100)), Arrays.stream(late(3)))
                        .toArray(Trial[]::new)));
        assertRule(6, State.NOT_APPLICABLE, "No trial is valid", card(late(6)));
    }

    @Test
    void rule7TakesTwoValidTrialsOfEachCell() {
        Trial small = new Trial(128, 0, RunStatus.COMPLETED, 50);
        Trial smallLate = new Trial(128, LATE, RunStatus.COMPLETED, 50);
        assertRule(7, State.NOT_APPLICABLE, "one cell", card(trials(6, 100)));
        assertRule(7, State.MET, "shift of their valid trials", card(Trial.of(100), small, Trial.of(101), small));
        assertRule(7, State.NOT_MET, "less than two valid", card(Trial.of(100), small, Trial.of(101)));
        assertRule(7, State.NOT_MET, "less than two valid", card(Trial.of(100), small, Trial.of(101), smallLate));
    }

    @Test
    void rule8TakesTwentyFunctionsInEachTrial() {
        assertRule(8, State.NOT_APPLICABLE, "more than one function", card(Trial.of(100)));
        assertRule(
                8,
                State.MET,
                "of 20 functions or more in each trial",
                card(Trial.of(values(20)), Trial.of(values(21))));
        assertRule(8, State.NOT_MET, "1 of 2 valid trials", card(Trial.of(values(20)), Trial.of(values(19))));
        assertRule(8, State.NOT_MET, "1 of 1 valid trials", card(Trial.late(values(20)), Trial.of(values(2))));
    }

    @Test
    void rule9NamesWhatIsNotRecorded() {
        Map<String, String> local = facts("os.version", "cpu.model", "cpu.count", "java.version", "tcp.congestion");
        assertRule(9, State.MET, "5 properties", card(run().environment(local).row(), Trial.of(100)));
        local.remove("cpu.model");
        assertRule(
                9,
                State.NOT_MET,
                "Not recorded: cpu.model.",
                card(run().environment(local).row(), Trial.of(100)));
        Map<String, String> aws = facts(
                "aws.region",
                "aws.zone-id",
                "aws.server-type",
                "aws.runtime",
                "aws.concurrency-quota",
                "function.architecture",
                "function.os.version",
                "function.cpu.model",
                "function.tcp.congestion",
                "server.os.version",
                "server.cpu.model",
                "server.tcp.congestion");
        assertRule(9, State.MET, "12 properties", card(aws(aws), Trial.of(100)));
        assertRule(
                9,
                State.NOT_MET,
                "Not recorded: aws.zone-id, aws.server-type, aws.runtime, aws.concurrency-quota, function.architecture,"
                        + " function.os.version, function.cpu.model, function.tcp.congestion, server.os.version,"
                        + " server.cpu.model, server.tcp.congestion.",
                card(aws(facts("aws.region")), Trial.of(100)));
        assertRule(9, State.NOT_MET, "its setup is unknown", card(imported(), Trial.of(100)));
    }

    @Test
    void rule10IsMissedByFunctionsThatMissedT0() {
        assertRule(10, State.NOT_APPLICABLE, "No trial has several functions", card(Trial.of(100)));
        assertRule(10, State.MET, "they started within 0 ms", card(Trial.of(100, 101)));
        assertRule(10, State.NOT_MET, "in 1 of 2 trials", card(Trial.of(100, 101), Trial.late(100, 101)));
        assertRule(10, State.NOT_MET, "in 1 of 1 trials", card(Trial.late(100)));
        RunData apart = data(run().row(), Trial.of(100, 101, 102));
        List<FunctionRow> functions = new ArrayList<>(apart.functions());
        functions.set(
                2, FunctionRowBuilder.like(functions.get(2)).started(700_000L).row());
        assertRule(
                10,
                State.NOT_MET,
                "they started within 686 ms",
                card(new RunData(apart.run(), apart.trials(), functions, List.of())));
    }

    /** 3 ms ahead, known to 5 ms: up to 8 ms. */
    @Test
    void rule10StatesHowFarTheClocksCanBeApart() {
        RunData run = data(run().row(), Trial.of(100, 101));
        List<FunctionRow> functions = List.of(
                FunctionRowBuilder.like(run.functions().get(0))
                        .metric(Metrics.CLOCK_OFFSET, 3_000)
                        .metric(Metrics.CLOCK_OFFSET_BOUND, 4_100)
                        .row(),
                FunctionRowBuilder.like(run.functions().get(1))
                        .metric(Metrics.CLOCK_OFFSET, -1_000)
                        .metric(Metrics.CLOCK_OFFSET_BOUND, 2_000)
                        .row());
        assertRule(
                10,
                State.MET,
                "The clocks of 2 functions were compared with this program's and were at most 8 ms apart from it",
                card(new RunData(run.run(), run.trials(), functions, List.of())));
    }

    @Test
    void rule11TakesALimitOfEachTrial() {
        assertRule(11, State.NOT_MET, "For 1 of 1 trials", card(Trial.of(100)));
        RunData linked = data(run().row(), Trial.of(100, 101));
        TrialRow trial =
                TrialRowBuilder.like(linked.trials().get(0)).hosts(1, "1Gbit").row();
        assertRule(
                11,
                State.MET,
                "limit of a link",
                card(new RunData(linked.run(), List.of(trial), linked.functions(), List.of())));
    }

    @Test
    void rule12IsMissedByValuesWithoutInterval() {
        assertRule(12, State.MET, "interval of each cell", card(Trial.of(100, 101)));
        assertRule(12, State.MET, "interval of each cell", card(Trial.of(100), Trial.of(101)));
        assertRule(12, State.NOT_MET, "1 of 1", card(Trial.of(100)));
        assertRule(12, State.NOT_MET, "1 of 1", card(Trial.of(100), Trial.late(101)));
        assertRule(12, State.NOT_APPLICABLE, "No trial is valid", card(late(2)));
    }

    @Test
    void aBusyComputerMakesTrialsInvalidToo() {
        RunData run = data(run().row(), trials(6, 100));
        List<EvidenceRow> busy = run.trials().stream()
                .map(trial -> new EvidenceRow(trial.index(), null, 0.97, null, null, null, null, null, null, null))
                .toList();
        assertRule(
                5,
                State.NOT_APPLICABLE,
                "No trial is valid",
                card(new RunData(run.run(), run.trials(), run.functions(), List.of(), busy)));
    }

    private static void assertRule(int number, State state, String reason, MethodsCard card) {
        MethodsCard.Rule rule = card.rules().get(number - 1);
        assertThat(rule.number()).isEqualTo(number);
        assertThat(rule.state()).as(rule.reason().toString()).isEqualTo(state);
        assertThat(rule.reason().toString()).contains(reason);
    }

    private static double[] values(int functions) {
        return DoubleStream.iterate(100, rate -> rate + 1).limit(functions).toArray();
    }

    private static Trial[] trials(int count, double first) {
        return DoubleStream.iterate(first, rate -> rate + 1)
                .limit(count)
                .mapToObj(Trial::of)
                .toArray(Trial[]::new);
    }

    private static Trial[] late(int count) {
        return Stream.generate(() -> Trial.late(100)).limit(count).toArray(Trial[]::new);
    }

    private static RunRowBuilder run() {
        return RunRowBuilder.run("20261123-104210-card");
    }

    private static Map<String, String> facts(String... names) {
        return new TreeMap<>(Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> "known")));
    }

    private static RunRow imported() {
        return ofKind(TestbedKind.IMPORTED, Map.of());
    }

    private static RunRow aws(Map<String, String> environment) {
        return ofKind(TestbedKind.AWS, environment);
    }

    private static RunRow ofKind(TestbedKind kind, Map<String, String> environment) {
        RunRow row = run().row();
        return new RunRow(
                row.id(),
                row.startedAt(),
                row.endedAt(),
                row.status(),
                row.preset(),
                row.title(),
                row.testbed(),
                kind,
                row.simulatedNetwork(),
                row.settings(),
                new TreeMap<>(environment),
                row.message());
    }

    private static MethodsCard card(Trial... trials) {
        return card(run().row(), trials);
    }

    private static MethodsCard card(RunRow run, Trial... trials) {
        return card(data(run, trials));
    }

    private static MethodsCard card(RunData run) {
        return MethodsCard.of(run.run(), ANALYSIS.of(run));
    }

    private static RunData data(RunRow run, Trial... trials) {
        List<TrialRow> rows = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        for (Trial trial : trials) {
            int index = rows.size();
            rows.add(TrialRowBuilder.trial(run.id())
                    .index(index)
                    .repetition(index)
                    .memoryMb(trial.memoryMb)
                    .status(trial.status)
                    .functions(trial.megabits.length)
                    .row());
            for (int functionIndex = 0; functionIndex < trial.megabits.length; functionIndex++) {
                FunctionRowBuilder function =
                        FunctionRowBuilder.function(functionIndex).trial(index).started(trial.startMicros);
                double rate = trial.megabits[functionIndex];
                functions.add((Double.isNaN(rate)
                                ? function.failed(FailureReason.TRANSFER_BROKEN, null)
                                : function.delivered(10_000_000, Math.round(rate * 1.25e6)))
                        .row());
            }
        }
        return new RunData(run, rows, functions, List.of());
    }
}
