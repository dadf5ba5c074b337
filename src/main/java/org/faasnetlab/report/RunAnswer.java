package org.faasnetlab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.RefillRates;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.ColdStarts;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.factor.FactorCells;
import org.faasnetlab.chart.factor.FactorCells.Cell;
import org.faasnetlab.chart.factor.TrialFactor;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.preset.Question;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a run to the question of its preset. A run that was changed so that it cannot answer it, such as a sweep
 * of one value, answers which bandwidth functions get.
 *
 * @param sentence the answer, and why it is not reliable if it is not
 * @param reliable whether nothing is known that makes the numbers describe something else than the network
 */
public record RunAnswer(Question question, String sentence, boolean reliable) {
    /** Smaller differences between medians, relative to the largest, are not called a dependence. */
    private static final double NOTABLE = 0.05;

    private static final int MAX_CLAUSES = 4;

    /**
     * Of the valid trials; if none is valid, of all.
     *
     * @param functions of the run
     */
    public static RunAnswer of(RunRow run, RunFindings findings, List<FunctionRow> functions) {
        return of(run, findings, functions, false);
    }

    /**
     * @param functions of the run
     * @param withInvalid whether invalid trials count as valid ones
     */
    public static RunAnswer of(RunRow run, RunFindings findings, List<FunctionRow> functions, boolean withInvalid) {
        Question question = Question.ofPreset(run.preset());
        if (functions.stream().noneMatch(FunctionRow::finished)) {
            return new RunAnswer(question, "No answer: no function finished.", false);
        }
        List<Validity> validities = findings.trials().stream()
                .map(trial -> trial.summary().validity())
                .toList();
        boolean noneValid = validities.stream().noneMatch(Validity::isValid);
        List<TrialSummary> summaries =
                findings.trials().stream().map(TrialFindings::summary).toList();
        RunChartSource source = new RunChartSource(run, summaries, functions, withInvalid || noneValid);
        List<TrialFindings> counted = findings.trials().stream()
                .filter(trial ->
                        source.withInvalid() || trial.summary().validity().isValid())
                .toList();
        String answer = new Sentences(
                        findings.trials().size(),
                        counted,
                        source,
                        FactorCells.ofDirections(source),
                        FunctionValues.rateMetric(
                                counted.stream().map(trial -> trial.summary().trial())))
                .to(question);
        if (noneValid) {
            return new RunAnswer(
                    question, "Not reliable: " + BurstFormatter.decapitalised(answer) + " " + doubt(findings), false);
        }
        String leftOut = withInvalid ? null : Validity.leftOut(validities);
        return new RunAnswer(question, leftOut == null ? answer : answer + " " + leftOut, true);
    }

    /** Why the numbers describe something else than the network, of the first trial. */
    private static String doubt(RunFindings findings) {
        TrialFindings first = findings.trials().get(0);
        return first.verdict().invalidatesRates()
                ? first.verdict().sentence()
                : "Reasons: " + first.summary().validity().text() + ".";
    }

    /**
     * @param all number of trials of the run
     * @param trials those that count, at least one
     * @param rate the metric that states the rates of functions
     */
    private record Sentences(
            int all, List<TrialFindings> trials, RunChartSource source, FactorCells cells, Metric rate) {

        String to(Question question) {
            return switch (question) {
                case RATE, SHARE -> rates();
                case BURST -> burst();
                case LATENCY -> latency().orElseGet(this::rates);
                case CAPACITY ->
                    ofWorkload().map(found -> found + ofAllTrials()).orElseGet(this::rates);
                case MEMORY, OBJECT_SIZE, STREAMS -> varies() ? dependence(false) : rates();
                case FUNCTIONS -> varies() ? dependence(true) : rates();
                case COLD_START -> coldStart().orElseGet(this::rates);
                case DIRECTIONS -> cells.all().size() > 1 ? directions() : rates();
                case JOB -> job();
            };
        }

        private boolean varies() {
            return cells.byLine().values().stream().anyMatch(line -> line.size() > 1);
        }

        /** Burst and baseline of the first trial with a result, and how fast the bucket refilled in pauses. */
        private String burst() {
            TrialFindings first = trials.stream()
                    .filter(trial -> trial.summary().finished() > 0)
                    .findFirst()
                    .orElseThrow();
            String refill =
                    RefillRates.sentence(trials).map(sentence -> " " + sentence).orElse("");
            return ofTrial(first) + first.burst() + refill;
        }

        /** Which trial a sentence is about, where there are several. */
        private String ofTrial(TrialFindings trial) {
            return all == 1 ? "" : "Trial " + (trial.summary().trial().index() + 1) + " of " + all + ": ";
        }

        /** For each direction that was probed, as its first trial found it. */
        private Optional<String> latency() {
            return ofDirections(
                    trial -> trial.latency() == null ? null : trial.latency().sentence());
        }

        private Optional<String> ofWorkload() {
            return ofDirections(TrialFindings::ofWorkload);
        }

        private Optional<String> ofDirections(Function<TrialFindings, @Nullable String> sentence) {
            Map<Direction, String> sentences = new LinkedHashMap<>();
            for (TrialFindings trial : trials) {
                String found = sentence.apply(trial);
                if (found != null) {
                    sentences.putIfAbsent(trial.summary().trial().direction(), ofTrial(trial) + found);
                }
            }
            if (sentences.size() < 2) {
                return sentences.values().stream().findFirst();
            }
            return Optional.of(sentences.entrySet().stream()
                    .map(entry -> (entry.getKey() == Direction.UPLOAD ? "Upload: " : "Download: ")
                            + BurstFormatter.decapitalised(entry.getValue()))
                    .collect(Collectors.joining(" ")));
        }

        /** Nothing if a sentence about the first trial of each direction has said it all. */
        private String ofAllTrials() {
            return cells.all().stream().allMatch(cell -> cell.parts().size() == 1)
                    ? ""
                    : " Over all trials: " + BurstFormatter.decapitalised(rates());
        }

        private @Nullable CellStatistics each(Cell cell) {
            return cell.each(rate);
        }

        private @Nullable CellStatistics together(Cell cell) {
            return cell.together(rate);
        }

        private String rates() {
            List<String> clauses = new ArrayList<>();
            for (Cell cell : cells.all()) {
                CellStatistics each = each(cell);
                if (each != null) {
                    clauses.add(rate(cell, each));
                }
            }
            int left = clauses.size() - MAX_CLAUSES;
            String shown = String.join("; ", clauses.subList(0, Math.min(MAX_CLAUSES, clauses.size())));
            if (clauses.isEmpty()) {
                return "No " + rate.inSentence() + " was measured.";
            }
            return shown
                    + (left > 0 ? "; and " + left + (left == 1 ? " other combination." : " other combinations.") : ".");
        }

        /** For example {@code 16 functions downloaded at 248 Mbit/s each (median over 6 trials; 95 % CI 247 to 249 Mbit/s)}. */
        private String rate(Cell cell, CellStatistics each) {
            FactorCells.TrialContribution part = cell.parts().get(0);
            TrialRow trial = part.trial();
            int count = part.functions().size();
            String verb = part.direction().startsWith("upload") ? "uploaded" : "downloaded";
            DataSize size = trial.workload().objectSize();
            String who = count == 1 ? "1 function " : count + " functions ";
            if (!rate.equals(Metrics.BANDWIDTH)) {
                return rate.label() + " of " + who + "(" + part.direction() + ") " + rate(each.median())
                        + (count == 1 ? "" : " each") + interval(each) + total(count, together(cell))
                        + besideRate(cell);
            }
            String what = size == null ? "" : " " + size + (count == 1 ? "" : " each");
            String time = size == null ? "" : " in " + JobCost.seconds(medianDuration(cell)) + ",";
            return who + verb + what + time + " at " + rate(each.median()) + (count == 1 ? "" : " each")
                    + interval(each) + total(count, together(cell));
        }

        private static String besideRate(Cell cell) {
            return cell.parts().get(0).trial().workload().type().metricsBesideRate().stream()
                    .map(metric -> {
                        CellStatistics known = cell.together(metric);
                        return known == null
                                ? ""
                                : ", " + metric.inSentence() + " "
                                        + metric.text(
                                                known.median() / metric.unit().shown(1));
                    })
                    .collect(Collectors.joining());
        }

        private static String total(int count, @Nullable CellStatistics total) {
            if (count == 1 || total == null) {
                return "";
            }
            BandwidthRange interval = BandwidthRange.of(total.medianInterval());
            return ", " + rate(total.median()) + " in total" + (interval == null ? "" : " (95 % CI " + interval + ")");
        }

        /** Of the trials, or of the functions of the only one, which says nothing about other trials. */
        private static String interval(CellStatistics each) {
            BandwidthRange interval = BandwidthRange.of(each.medianInterval());
            if (interval == null) {
                return "";
            }
            return each.isOfOneTrial()
                    ? " (median of the " + each.values() + " functions of one trial; 95 % CI for these functions "
                            + interval + ")"
                    : " (median over " + each.trials() + " trials; 95 % CI " + interval + ")";
        }

        /** The median over the trials of the median function's time. */
        private static Duration medianDuration(Cell cell) {
            double[] medians = FunctionValues.medians(cell.parts().stream()
                    .map(part -> part.functions().stream()
                            .map(FunctionRow::durationMicros)
                            .filter(Objects::nonNull)
                            .mapToDouble(Long::doubleValue)
                            .toArray())
                    .toList());
            return Duration.ofNanos(Math.round(1e3 * median(medians)));
        }

        /** @param total whether the total of all functions is of interest as well */
        private String dependence(boolean total) {
            List<String> clauses = new ArrayList<>();
            cells.byLine().forEach((line, all) -> {
                List<Cell> own = all.stream().filter(cell -> each(cell) != null).toList();
                if (!own.isEmpty() && clauses.size() < MAX_CLAUSES) {
                    String name = line.isEmpty() ? "" : line + ": ";
                    clauses.add(name
                            + course(own, this::each)
                            + (total ? ", in total " + course(own, this::together) : ""));
                }
            });
            return rate.label() + " per function by " + noun(cells.factor()) + ": " + String.join("; ", clauses) + "."
                    + basis();
        }

        private static String noun(TrialFactor factor) {
            return factor.label().replaceFirst(",.*", "");
        }

        /** For example {@code 592 Mbit/s (1 function) falling to 124 Mbit/s (32 functions)}. */
        private static String course(List<Cell> line, Function<Cell, @Nullable CellStatistics> statistics) {
            ToDoubleFunction<Cell> value = cell -> {
                CellStatistics known = statistics.apply(cell);
                return known == null ? Double.NaN : known.median();
            };
            List<Cell> measured = line.stream()
                    .filter(cell -> !Double.isNaN(value.applyAsDouble(cell)))
                    .toList();
            if (measured.isEmpty()) {
                return "unknown";
            }
            Cell first = measured.get(0);
            Cell last = measured.get(measured.size() - 1);
            double from = value.applyAsDouble(first);
            double to = value.applyAsDouble(last);
            double[] all = measured.stream().mapToDouble(value).toArray();
            double low = Arrays.stream(all).min().orElse(from);
            double high = Arrays.stream(all).max().orElse(from);
            if (measured.size() == 1) {
                return rate(from) + " (" + value(first) + ")";
            }
            if (high - low < NOTABLE * high) {
                return "no notable dependence, " + rate(from) + " (" + value(first) + ") to " + rate(to) + " ("
                        + value(last) + ")";
            }
            String peak = high > Math.max(from, to) * (1 + NOTABLE)
                    ? ", with the highest, " + rate(high) + ", at "
                            + value(measured.get(
                                    Arrays.stream(all).boxed().toList().indexOf(high)))
                    : "";
            return rate(from) + " (" + value(first) + ") " + (to < from ? "falling" : "rising") + " to " + rate(to)
                    + " (" + value(last) + ")" + peak;
        }

        private static String value(Cell cell) {
            return cell.line().isEmpty() ? cell.name() : cell.name().replace(", " + cell.line(), "");
        }

        /** What the medians of several cells are of. */
        private String basis() {
            IntSummaryStatistics trialsOfCells = cells.all().stream()
                    .map(this::each)
                    .filter(Objects::nonNull)
                    .mapToInt(CellStatistics::trials)
                    .summaryStatistics();
            int fewest = trialsOfCells.getMin();
            int most = trialsOfCells.getMax();
            return most <= 1
                    ? " One trial each; what another trial would measure is unknown."
                    : " Medians over " + (fewest == most ? "" : fewest + " to ") + most + " trials each.";
        }

        private Optional<String> coldStart() {
            List<TrialSummary> summaries =
                    trials.stream().map(TrialFindings::summary).toList();
            return ColdStarts.of(summaries, source.functions(), true).stream()
                    .findFirst()
                    .map(cell -> "Cold, a function got " + kind(cell.cold()) + "; warm, " + kind(cell.warm()) + ".");
        }

        private static String kind(ColdStarts.Kind functions) {
            CellStatistics ready = functions.ready();
            return rate(functions.bandwidth().median())
                    + (ready == null
                            ? ""
                            : String.format(Locale.ROOT, " and was ready after %.0f ms", ready.median() / 1e3))
                    + of(functions.bandwidth());
        }

        /** For example {@code (median over 6 trials; 95 % CI 247 to 249 Mbit/s)}, or of how many functions a value is. */
        private static String of(CellStatistics each) {
            return each.medianInterval() == null ? " (1 function)" : interval(each);
        }

        private String directions() {
            return rate.label() + " per function: "
                    + cells.all().stream()
                            .filter(cell -> each(cell) != null)
                            .limit(2 * MAX_CLAUSES)
                            .map(cell -> {
                                CellStatistics each = Objects.requireNonNull(each(cell));
                                return cell.name() + " " + rate(each.median()) + interval(each);
                            })
                            .collect(Collectors.joining(", "))
                    + ".";
        }

        /** Time and cost at the lowest and at the highest value of the factor, each the median over its trials. */
        private String job() {
            NavigableMap<Double, List<TrialFindings>> jobs = new TreeMap<>(trials.stream()
                    .filter(trial -> trial.job() != null)
                    .collect(Collectors.groupingBy(
                            trial -> cells.factor().of(trial.summary().trial()))));
            if (jobs.isEmpty()) {
                return rates();
            }
            List<TrialFindings> first = jobs.firstEntry().getValue();
            List<TrialFindings> last = jobs.lastEntry().getValue();
            if (jobs.size() == 1 && first.size() == 1) {
                return Objects.requireNonNull(first.get(0).job()).sentence();
            }
            boolean hypothetical = Objects.requireNonNull(first.get(0).job()).hypothetical();
            String costs = jobs.size() == 1
                    ? "The job took " + seconds(first)
                    : "With " + factor(first) + ", the job took " + seconds(first);
            costs += " and " + (hypothetical ? "would cost " : "cost ") + dollars(first)
                    + (hypothetical ? " on AWS" : "");
            if (jobs.size() > 1) {
                costs += "; with " + factor(last) + ", " + seconds(last) + " and " + dollars(last);
            }
            int most = jobs.values().stream().mapToInt(List::size).max().orElse(1);
            return costs + (most == 1 ? "." : ". Medians over the trials.");
        }

        private String factor(List<TrialFindings> same) {
            return cells.factor().words(same.get(0).summary().trial());
        }

        private static String seconds(List<TrialFindings> same) {
            return JobCost.seconds(Duration.ofNanos(
                    Math.round(ofJobs(same, job -> job.times().response().toNanos()))));
        }

        private static String dollars(List<TrialFindings> same) {
            return JobCost.dollars(ofJobs(same, JobCost::usd));
        }

        private static double ofJobs(List<TrialFindings> same, ToDoubleFunction<JobCost> value) {
            return median(same.stream()
                    .map(TrialFindings::job)
                    .filter(Objects::nonNull)
                    .mapToDouble(value)
                    .toArray());
        }

        private static double median(double[] values) {
            return values.length == 0 ? Double.NaN : Quantiles.of(values, 0.5);
        }

        private static String rate(double bitsPerSecond) {
            return new Bandwidth(bitsPerSecond).toString();
        }
    }
}
