package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.workload.Cell;

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
    private static final List<String> LIMITS = List.of(
            "simulated link of a function", "simulated link of a host", "servers' network", "limit of a function");

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
        /** Trials with a result by what they measured. */
        private final Map<Cell, Long> cells;

        Judge(RunRow run, RunFindings findings) {
            this.run = run;
            trials = findings.trials();
            summaries = trials.stream().map(TrialFindings::summary).toList();
            cells = summaries.stream()
                    .filter(summary -> summary.finished() > 0)
                    .collect(Collectors.groupingBy(summary -> summary.trial().cell(), Collectors.counting()));
        }

        MethodsCard card() {
            return new MethodsCard(List.of(
                    new Rule(
                            1,
                            Phrase.of("State the base of a speed-up"),
                            State.NOT_APPLICABLE,
                            Phrase.of("Bandwidths and times are absolute; no speed-up is reported.")),
                    subset(),
                    new Rule(
                            3,
                            Phrase.of("Summarize costs by the arithmetic and rates by the harmonic mean"),
                            State.MET,
                            Phrase.of(
                                    "A rate is bytes over time, of one function or of all together; rates of several functions are"
                                            + " summarized by medians, not by means.")),
                    new Rule(
                            4,
                            Phrase.of("Do not summarize ratios"),
                            State.MET,
                            Phrase.of(
                                    "Shares and ratios are computed from summarized bytes and rates; none is averaged.")),
                    intervals(),
                    normality(),
                    comparison(),
                    percentiles(),
                    setup(),
                    synchronization(),
                    bounds(),
                    new Rule(
                            12,
                            Phrase.of("Plot what is needed; connect points only along a trend"),
                            State.MET,
                            Phrase.of(
                                    "Charts show each function or the band from the 5th to the 95th percentile, intervals, and n;"
                                            + " lines connect times, or cells along a numeric factor."))));
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
            return ended && incomplete == 0
                    ? new Rule(
                            2, rule, State.MET, Phrase.of("All {0} trials of the plan are reported.", summaries.size()))
                    : new Rule(
                            2,
                            rule,
                            failed > 0 && ended ? State.MET : State.NOT_MET,
                            Phrase.sentences(
                                    Phrase.of(
                                            "The run is {0}: {1} of {2} started trials are incomplete.",
                                            Phrase.named(
                                                    "status." + run.status().id(),
                                                    run.status().id()),
                                            incomplete,
                                            summaries.size()),
                                    failed == 0
                                            ? Phrase.of("No function reported a failure.")
                                            : Phrase.of(
                                                    "{0} failed functions are listed with their reasons and left out of"
                                                            + " statistics.",
                                                    failed)));
        }

        private Rule intervals() {
            Phrase rule = Phrase.of("Report confidence intervals of what varies");
            if (cells.isEmpty()) {
                return new Rule(5, rule, State.NOT_APPLICABLE, Phrase.of("No function finished."));
            }
            long once = cells.values().stream().filter(count -> count == 1).count();
            return once == 0
                    ? new Rule(
                            5,
                            rule,
                            State.MET,
                            Phrase.of(
                                    "Every cell has {0} trials or more; intervals have 95 % and are those of medians over trials.",
                                    fewest()))
                    : new Rule(
                            5,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "Cells with a single trial: {0} of {1}. Intervals are then those of the"
                                            + " functions in it; what another trial would measure is unknown.",
                                    once, cells.size()));
        }

        private long fewest() {
            return cells.values().stream().mapToLong(Long::longValue).min().orElse(0);
        }

        private Rule normality() {
            Phrase rule = Phrase.of("Do not assume a normal distribution unchecked");
            long assumed = cells.values().stream()
                    .filter(count -> count > 1 && count < SampleStatistics.MIN_FOR_MEDIAN_INTERVAL)
                    .count();
            return cells.isEmpty()
                    ? new Rule(6, rule, State.NOT_APPLICABLE, Phrase.of("No function finished."))
                    : assumed == 0
                            ? new Rule(
                                    6,
                                    rule,
                                    State.MET,
                                    Phrase.of(
                                            "Intervals lie between order statistics, or come from a block bootstrap."))
                            : new Rule(
                                    6,
                                    rule,
                                    State.NOT_MET,
                                    Phrase.of(
                                            "Cells with 2 to 5 trials: {0} of {1}. Their intervals are"
                                                    + " Student's, which assume a distribution without long tails; 6 trials need"
                                                    + " no assumption.",
                                            assumed, cells.size()));
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
                                            ? "Cells are compared by the shift of their trials with its 95 % interval."
                                            : "A cell has a single trial, so that no difference from it has an interval."));
        }

        private Rule percentiles() {
            Phrase rule = Phrase.of("Report percentiles where the centre does not suffice");
            List<FunctionBandwidths> each = summaries.stream()
                    .map(TrialSummary::each)
                    .filter(Objects::nonNull)
                    .toList();
            int most =
                    each.stream().mapToInt(FunctionBandwidths::functions).max().orElse(0);
            if (most <= 1) {
                return new Rule(
                        8, rule, State.NOT_APPLICABLE, Phrase.of("No trial has more than one function with a result."));
            }
            return most >= SampleStatistics.MIN_FOR_PERCENTILES
                    ? new Rule(
                            8,
                            rule,
                            State.MET,
                            Phrase.of("Median, 5th and 95th percentile of up to {0} functions.", most))
                    : new Rule(
                            8,
                            rule,
                            State.NOT_MET,
                            Phrase.of(
                                    "The 5th and 95th percentile take {0} functions; the trials have {1} or fewer. Median and coefficient of"
                                            + " variation are reported.",
                                    SampleStatistics.MIN_FOR_PERCENTILES, most));
        }

        private Rule setup() {
            Phrase rule = Phrase.of("Document all factors and the complete setup");
            if (run.testbedKind() == TestbedKind.IMPORTED) {
                return new Rule(9, rule, State.NOT_MET, Phrase.of("The run was imported; its setup is unknown."));
            }
            List<String> missing = new ArrayList<>();
            if (run.testbedKind() == TestbedKind.LOCAL) {
                LOCAL_FACTS.stream()
                        .filter(fact -> !run.environment().containsKey(fact))
                        .forEach(missing::add);
            }
            if (run.environment().isEmpty()) {
                missing.add("environment");
            }
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
            if (spreads.isEmpty()) {
                return new Rule(
                        10, rule, State.NOT_APPLICABLE, Phrase.of("No trial has several functions that started."));
            }
            long widest = spreads.stream().mapToLong(Long::longValue).max().orElse(0);
            return new Rule(
                    10,
                    rule,
                    widest <= MAX_SPREAD_MILLIS ? State.MET : State.NOT_MET,
                    Phrase.of(
                            "Functions start at a common time T0; they started within {0} ms (99th minus 1st"
                                    + " percentile, at most {1} ms is acceptable). Aggregates are over the"
                                    + " time in which all were active.",
                            widest, MAX_SPREAD_MILLIS));
        }

        private Rule bounds() {
            Phrase rule = Phrase.of("Show upper bounds of performance");
            long known = trials.stream()
                    .filter(trial -> trial.byDirection().stream()
                            .flatMap(part -> part.evidence().stream())
                            .anyMatch(item ->
                                    LIMITS.contains(item.subject()) && item.state() != EvidenceItem.State.UNKNOWN))
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
