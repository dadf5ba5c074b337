package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * How well a run follows the twelve rules of T. Hoefler, R. Belli, "Scientific Benchmarking of Parallel Computing
 * Systems", SC15, each judged from the run's own data.
 *
 * @param rules in the order of the paper, 1 to 12
 */
public record MethodsCard(List<Rule> rules) {

    /** Whether a rule is followed. */
    public enum State {
        MET("met"),
        NOT_MET("not met"),
        NOT_APPLICABLE("not applicable");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One rule.
     *
     * @param number in the paper, from 1
     * @param rule what it demands, in short
     * @param reason why it is met or not, one or two sentences
     */
    public record Rule(int number, Phrase rule, State state, Phrase reason) {}

    private static final long MAX_SPREAD_MILLIS = 500;

    /** What the record of a run on AWS must state for a repetition. */
    private static final List<String> AWS_FACTS = List.of(
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

    /** What the record of a local run must state for a repetition. */
    private static final List<String> LOCAL_FACTS =
            List.of("os.version", "cpu.model", "cpu.count", "java.version", "tcp.congestion");

    public MethodsCard {
        rules = List.copyOf(rules);
    }

    public static MethodsCard of(RunRow run, RunFindings findings) {
        return new Judge(run, findings).card();
    }

    /** For example {@code 7 of 10 rules that apply are met; not met: 5, 6, 11}. */
    public Phrase summary() {
        long applicable = rules.stream()
                .filter(rule -> rule.state() != State.NOT_APPLICABLE)
                .count();
        List<String> missed = rules.stream()
                .filter(rule -> rule.state() == State.NOT_MET)
                .map(rule -> String.valueOf(rule.number()))
                .toList();
        return missed.isEmpty()
                ? Phrase.of("{0} of {1} rules that apply are met.", applicable, applicable)
                : Phrase.of(
                        "{0} of {1} rules that apply are met; not met: {2}.",
                        applicable - missed.size(), applicable, String.join(", ", missed));
    }

    /** Judges the rules of one run. */
    private static final class Judge {
        private final RunRow run;
        private final List<TrialFindings> trials;
        private final List<TrialSummary> summaries;
        /** The valid ones of them, which alone are summarized. */
        private final List<TrialSummary> valid;
        /** Valid trials by what they measured; empty for a cell without one. */
        private final Map<Cell, List<TrialSummary>> cells;

        Judge(RunRow run, RunFindings findings) {
            this.run = run;
            trials = findings.trials();
            summaries = trials.stream().map(TrialFindings::summary).toList();
            valid = summaries.stream()
                    .filter(summary -> summary.validity().isValid())
                    .toList();
            cells = summaries.stream()
                    .collect(Collectors.groupingBy(
                            summary -> summary.trial().cell(),
                            Collectors.filtering(valid::contains, Collectors.toList())));
        }

        MethodsCard card() {
            return new MethodsCard(List.of(
                    new Rule(
                            1,
                            Phrase.of("State the base of a speed-up"),
                            State.NOT_APPLICABLE,
                            Phrase.of("Bandwidths and times are absolute; no speed-up is reported.")),
                    subset(),
                    means(),
                    ratios(),
                    intervals(),
                    normality(),
                    comparison(),
                    percentiles(),
                    setup(),
                    synchronization(),
                    bounds(),
                    plots()));
        }

        private boolean nothingValid() {
            return valid.isEmpty();
        }

        /** Why a rule about summaries does not apply without a valid trial. */
        private static Rule withoutValid(int number, Phrase rule) {
            return new Rule(
                    number, rule, State.NOT_APPLICABLE, Phrase.of("No trial is valid, so that nothing is summarized."));
        }

        private static int functions(TrialSummary summary) {
            FunctionBandwidths each = summary.each();
            return each == null ? 0 : each.functions();
        }

        private Rule means() {
            Phrase rule = Phrase.of("Summarize costs by the arithmetic and rates by the harmonic mean");
            int rates = valid.stream().mapToInt(Judge::functions).sum();
            if (rates < 2) {
                return new Rule(3, rule, State.NOT_APPLICABLE, Phrase.of("There are no two rates to summarize."));
            }
            return new Rule(
                    3,
                    rule,
                    State.MET,
                    Phrase.of(
                            "Each of the {0} rates is bytes over time; they are summarized by medians, not by means.",
                            rates));
        }

        /** A coefficient of variation is a ratio, and so is a metric without a unit beside the rate. */
        private Rule ratios() {
            Phrase rule = Phrase.of("Do not summarize ratios");
            if (nothingValid()) {
                return withoutValid(4, rule);
            }
            long summarized = cells.values().stream()
                    .filter(trials -> trials.size() > 1
                            && trials.stream()
                                    .anyMatch(summary -> functions(summary) > 1
                                            || summary.besideRate().keySet().stream()
                                                    .anyMatch(metric -> metric.unit() == Metric.Unit.RATIO)))
                    .count();
            return summarized == 0
                    ? new Rule(
                            4,
                            rule,
                            State.MET,
                            Phrase.of(
                                    "Shares and ratios are computed from bytes and rates; none is summarized over trials."))
                    : new Rule(
                            4,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "Cells whose coefficient of variation, or another ratio, is the median of those of their"
                                            + " trials: {0} of {1}.",
                                    summarized, cells.size()));
        }

        private Rule plots() {
            Phrase rule = Phrase.of("Plot what is needed; connect points only along a trend");
            if (nothingValid()) {
                return new Rule(
                        12,
                        rule,
                        State.NOT_APPLICABLE,
                        Phrase.of("No trial is valid; the charts draw what there is hollow."));
            }
            long alone = cells.values().stream()
                    .filter(trials -> trials.isEmpty() || (trials.size() == 1 && functions(trials.get(0)) < 2))
                    .count();
            return alone == 0
                    ? new Rule(
                            12,
                            rule,
                            State.MET,
                            Phrase.of(
                                    "Charts show n and the interval of each cell; lines connect times, or cells along a"
                                            + " numeric factor."))
                    : new Rule(
                            12,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "Cells of which charts can show no interval, because they have a single value or none that"
                                            + " is valid: {0} of {1}.",
                                    alone, cells.size()));
        }

        private Rule subset() {
            Phrase rule = Phrase.of("Give the reason for leaving out results");
            if (run.testbedKind() == TestbedKind.IMPORTED) {
                return new Rule(
                        2, rule, State.NOT_MET, Phrase.of("The run was imported; whether it is complete is unknown."));
            }
            long incomplete = summaries.stream()
                    .filter(summary -> summary.trial().status() != RunStatus.COMPLETED)
                    .count();
            int failed = summaries.stream().mapToInt(TrialSummary::failed).sum();
            boolean ended = run.status() == RunStatus.COMPLETED || run.status() == RunStatus.PARTIAL;
            Phrase left = Validity.leftOut(
                    summaries.stream().map(TrialSummary::validity).toList());
            if (ended && incomplete == 0) {
                Phrase all = Phrase.of("All {0} trials of the plan are reported.", summaries.size());
                return new Rule(2, rule, State.MET, left == null ? all : Phrase.sentences(all, left));
            }
            List<Phrase> reasons = new ArrayList<>(List.of(
                    Phrase.of(
                            "The run is {0}: {1} of {2} started trials are incomplete.",
                            Phrase.named(
                                    "status." + run.status().id(), run.status().id()),
                            incomplete,
                            summaries.size()),
                    failed == 0
                            ? Phrase.of("No function reported a failure.")
                            : Phrase.of(
                                    "{0} failed functions are listed with their reasons and left out of statistics.",
                                    failed)));
            if (left != null) {
                reasons.add(left);
            }
            return new Rule(2, rule, failed > 0 && ended ? State.MET : State.NOT_MET, Phrase.join(" ", reasons));
        }

        private Rule intervals() {
            Phrase rule = Phrase.of("Report confidence intervals of what varies");
            if (nothingValid()) {
                return withoutValid(5, rule);
            }
            long few =
                    cells.values().stream().filter(trials -> trials.size() < 2).count();
            return few == 0
                    ? new Rule(
                            5,
                            rule,
                            State.MET,
                            Phrase.of(
                                    "Every cell has {0} valid trials or more; intervals have 95 % and are those of medians over"
                                            + " trials.",
                                    fewest()))
                    : new Rule(
                            5,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "Cells with less than two valid trials: {0} of {1}. Intervals are then those of the"
                                            + " functions in one trial; what another trial would measure is unknown.",
                                    few, cells.size()));
        }

        private long fewest() {
            return cells.values().stream().mapToLong(List::size).min().orElse(0);
        }

        private Rule normality() {
            Phrase rule = Phrase.of("Do not assume a normal distribution unchecked");
            if (nothingValid()) {
                return withoutValid(6, rule);
            }
            long assumed = cells.values().stream()
                    .filter(trials -> isStudents(trials.size())
                            || trials.stream().anyMatch(summary -> isStudents(functions(summary))))
                    .count();
            return assumed == 0
                    ? new Rule(
                            6,
                            rule,
                            State.MET,
                            Phrase.of("Intervals lie between order statistics, or come from a block bootstrap."))
                    : new Rule(
                            6,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "Cells with 2 to 5 valid trials, or 2 to 5 functions in a trial: {0} of {1}. Intervals over"
                                            + " them are Student's, which assume a distribution without long tails; 6 need no"
                                            + " assumption.",
                                    assumed, cells.size()));
        }

        private static boolean isStudents(int values) {
            return values > 1 && values < SampleStatistics.MIN_FOR_MEDIAN_INTERVAL;
        }

        private Rule comparison() {
            Phrase rule = Phrase.of("Compare by sound statistics");
            return cells.size() < 2
                    ? new Rule(7, rule, State.NOT_APPLICABLE, Phrase.of("The run has one cell; nothing is compared."))
                    : new Rule(
                            7,
                            rule,
                            fewest() > 1 ? State.MET : State.NOT_MET,
                            Phrase.of(
                                    fewest() > 1
                                            ? "Cells are compared by the shift of their valid trials with its 95 % interval."
                                            : "A cell has less than two valid trials, so that no difference from it has an"
                                                    + " interval."));
        }

        private Rule percentiles() {
            Phrase rule = Phrase.of("Report percentiles where the centre does not suffice");
            int[] several = valid.stream()
                    .mapToInt(Judge::functions)
                    .filter(count -> count > 1)
                    .toArray();
            if (several.length == 0) {
                return new Rule(
                        8,
                        rule,
                        State.NOT_APPLICABLE,
                        Phrase.of("No valid trial has more than one function with a result."));
            }
            long few = Arrays.stream(several)
                    .filter(count -> count < SampleStatistics.MIN_FOR_PERCENTILES)
                    .count();
            return few == 0
                    ? new Rule(
                            8,
                            rule,
                            State.MET,
                            Phrase.of(
                                    "Median, 5th and 95th percentile of {0} functions or more in each trial.",
                                    Arrays.stream(several).min().orElseThrow()))
                    : new Rule(
                            8,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "The 5th and 95th percentile take {0} functions; {1} of {2} valid trials with several functions"
                                            + " have fewer. Median and coefficient of variation are reported.",
                                    SampleStatistics.MIN_FOR_PERCENTILES, few, several.length));
        }

        private Rule setup() {
            Phrase rule = Phrase.of("Document all factors and the complete setup");
            if (run.testbedKind() == TestbedKind.IMPORTED) {
                return new Rule(9, rule, State.NOT_MET, Phrase.of("The run was imported; its setup is unknown."));
            }
            List<String> missing = new ArrayList<>();
            (run.testbedKind() == TestbedKind.LOCAL ? LOCAL_FACTS : AWS_FACTS)
                    .stream()
                            .filter(fact -> !run.environment().containsKey(fact))
                            .forEach(missing::add);
            return missing.isEmpty()
                    ? new Rule(
                            9,
                            rule,
                            State.MET,
                            Phrase.of(
                                    "{0} settings and {1} properties of the environment are listed below.",
                                    run.settings().size(), run.environment().size()))
                    : new Rule(9, rule, State.NOT_MET, Phrase.of("Not recorded: {0}.", String.join(", ", missing)));
        }

        private Rule synchronization() {
            Phrase rule = Phrase.of("Report how parallel times were measured and synchronized");
            List<Long> spreads = summaries.stream()
                    .map(TrialSummary::startSpread)
                    .filter(Objects::nonNull)
                    .filter(spread -> spread.functions() > 1)
                    .map(StartSpread::spread)
                    .map(spread -> spread.toMillis())
                    .toList();
            long missed = summaries.stream()
                    .filter(summary -> summary.validity().reasons().contains(InvalidReason.MISSED_START))
                    .count();
            if (missed > 0) {
                return new Rule(
                        10,
                        rule,
                        State.NOT_MET,
                        Phrase.of(
                                "Functions start at a common time T0; in {0} of {1} trials, half of them or more started more than"
                                        + " {2} ms after it.",
                                missed, summaries.size(), MAX_SPREAD_MILLIS));
            }
            if (spreads.isEmpty()) {
                return new Rule(
                        10, rule, State.NOT_APPLICABLE, Phrase.of("No trial has several functions that started."));
            }
            Phrase clocks = clocks();
            long widest = spreads.stream().mapToLong(Long::longValue).max().orElse(0);
            return new Rule(
                    10,
                    rule,
                    widest <= MAX_SPREAD_MILLIS ? State.MET : State.NOT_MET,
                    clocks == null ? started(widest) : Phrase.sentences(started(widest), clocks));
        }

        private static Phrase started(long widest) {
            return Phrase.of(
                    "Functions start at a common time T0; they started within {0} ms (99th minus 1st"
                            + " percentile, at most {1} ms is acceptable). Aggregates are over the"
                            + " time in which all were active.",
                    widest, MAX_SPREAD_MILLIS);
        }

        /** Null if the offset of no clock is known. */
        private @Nullable Phrase clocks() {
            double[] furthest = trials.stream()
                    .flatMap(trial -> trial.functions().stream())
                    .map(FunctionFindings::function)
                    .mapToDouble(Judge::furthestOffset)
                    .filter(micros -> !Double.isNaN(micros))
                    .toArray();
            return furthest.length == 0
                    ? null
                    : Phrase.of(
                            "The clocks of {0} functions were compared with this program's and were at most {1} ms apart"
                                    + " from it, the error of the comparison included.",
                            furthest.length,
                            Math.round(Math.ceil(Arrays.stream(furthest).max().orElseThrow() / 1000)));
        }

        /** What is possible at most, in microseconds; NaN if it is unknown. */
        private static double furthestOffset(FunctionRow function) {
            Double offset = function.value(Metrics.CLOCK_OFFSET);
            Double bound = function.value(Metrics.CLOCK_OFFSET_BOUND);
            return offset == null || bound == null ? Double.NaN : Math.abs(offset) + bound;
        }

        private Rule bounds() {
            Phrase rule = Phrase.of("Show upper bounds of performance");
            long known = trials.stream()
                    .filter(trial -> trial.byDirection().stream()
                            .flatMap(part -> part.evidence().stream())
                            .anyMatch(item ->
                                    item.subject().isUpperBound() && item.state() != EvidenceItem.State.UNKNOWN))
                    .count();
            return known == trials.size() && known > 0
                    ? new Rule(
                            11,
                            rule,
                            State.MET,
                            Phrase.of(
                                    "The evidence of each trial compares it with the limit of a link, a function, or the servers."))
                    : new Rule(
                            11,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "For {0} of {1} trials, no limit of a link, a function, or the servers is known.",
                                    trials.size() - known, trials.size()));
        }
    }
}
