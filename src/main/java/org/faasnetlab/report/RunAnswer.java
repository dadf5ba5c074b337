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
import org.faasnetlab.analysis.BurstStatistics;
import org.faasnetlab.analysis.RefillRates;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SequenceFinding;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.ColdStarts;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.factor.FactorCells;
import org.faasnetlab.chart.factor.FactorCells.Cell;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.preset.Question;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a run to the question of its preset. A run that was changed so that it cannot answer it, such as a sweep
 * of one value, answers which bandwidth functions get.
 *
 * @param sentence the answer, and why it is not reliable if it is not
 * @param bursts burst and baseline over the trials of each cell; null if the answer states them, if no trial has a burst, or
 *     if a table has room for what does not fit into a sentence
 * @param latency round-trip times of each direction; null if the answer states them, or if there were no probes
 * @param reliable whether nothing is known that makes the numbers describe something else than the network
 */
public record RunAnswer(
        Question question,
        Phrase sentence,
        @Nullable Phrase bursts,
        @Nullable Phrase latency,
        boolean reliable) {
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
     * Answers the question of a run's preset.
     *
     * @param functions of the run
     * @param withInvalid whether invalid trials count as valid ones
     */
    public static RunAnswer of(RunRow run, RunFindings findings, List<FunctionRow> functions, boolean withInvalid) {
        Question question = Question.ofPreset(run.preset());
        if (functions.stream().noneMatch(FunctionRow::finished)) {
            return new RunAnswer(question, Phrase.of("No answer: no function finished."), null, null, false);
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
        Sentences sentences = new Sentences(
                findings.trials().size(),
                counted,
                source,
                FactorCells.ofDirections(source),
                FunctionValues.rateMetric(
                        counted.stream().map(trial -> trial.summary().trial())));
        Phrase answer = sentences
                .caveat()
                .map(caveat -> Phrase.sentences(sentences.to(question), caveat))
                .orElseGet(() -> sentences.to(question));
        Phrase latency = sentences.besideAnswer(question).orElse(null);
        if (noneValid) {
            return new RunAnswer(
                    question,
                    Phrase.sentences(Phrase.of("Not reliable: {0}", answer.decapitalised()), doubt(findings)),
                    null,
                    latency,
                    false);
        }
        Phrase leftOut = withInvalid ? null : Validity.leftOut(validities);
        return new RunAnswer(
                question,
                leftOut == null ? answer : Phrase.sentences(answer, leftOut),
                question == Question.BURST ? null : sentences.bursts(),
                latency,
                true);
    }

    /** Why the numbers describe something else than the network, of the first trial. */
    private static Phrase doubt(RunFindings findings) {
        TrialFindings first = findings.trials().get(0);
        return first.verdict().invalidatesRates()
                ? first.verdict().sentence()
                : Phrase.of("Reasons: {0}.", first.summary().validity().text());
    }

    /**
     * @param all number of trials of the run
     * @param trials those that count, at least one
     * @param rate the metric that states the rates of functions
     */
    private record Sentences(
            int all, List<TrialFindings> trials, RunChartSource source, FactorCells cells, Metric rate) {

        Phrase to(Question question) {
            return transfers() ? ofTransfers(question) : latency().orElseGet(this::rates);
        }

        private boolean transfers() {
            return trials.stream()
                    .anyMatch(trial -> trial.summary().trial().workload().type().transfers());
        }

        /** The latency, unless it is the answer. */
        Optional<Phrase> besideAnswer(Question question) {
            return transfers() && question != Question.LATENCY ? latency() : Optional.empty();
        }

        private Phrase ofTransfers(Question question) {
            return switch (question) {
                case RATE, SHARE -> rates();
                case BURST -> burst();
                case LATENCY -> latency().orElseGet(this::rates);
                case CAPACITY -> ofWorkload().map(this::withAllTrials).orElseGet(this::rates);
                case MEMORY, OBJECT_SIZE, STREAMS -> varies() ? dependence(false) : rates();
                case FUNCTIONS -> varies() ? dependence(true) : rates();
                case COLD_START -> coldStart().orElseGet(this::rates);
                case DIRECTIONS -> cells.all().size() > 1 ? directions() : rates();
                case JOB -> job();
            };
        }

        /** That the trials of a cell are no independent sample, which its interval presumes. */
        private Optional<Phrase> caveat() {
            List<SequenceFinding> sequences = cells.all().stream()
                    .map(this::each)
                    .filter(Objects::nonNull)
                    .map(CellStatistics::sequence)
                    .toList();
            List<SequenceFinding> doubted = sequences.stream()
                    .filter(sequence -> sequence != SequenceFinding.INDEPENDENT)
                    .toList();
            if (doubted.isEmpty()) {
                return Optional.empty();
            }
            return sequences.size() == 1
                    ? Optional.ofNullable(doubted.get(0).caveat())
                    : Optional.of(Phrase.of(
                            "In {0} of {1} cells the trials drift or resemble each other, which their intervals do not presume.",
                            doubted.size(), sequences.size()));
        }

        private boolean varies() {
            return cells.byLine().values().stream().anyMatch(line -> line.size() > 1);
        }

        /** Burst and baseline over the trials, or of the only one, and how fast the bucket refilled in pauses. */
        private Phrase burst() {
            Phrase burst =
                    BurstStatistics.sentence(BurstStatistics.of(trials, true)).orElseGet(this::burstOfOneTrial);
            return RefillRates.sentence(trials)
                    .map(refill -> Phrase.sentences(burst, refill))
                    .orElse(burst);
        }

        private @Nullable Phrase bursts() {
            List<BurstStatistics> all = BurstStatistics.of(trials, true);
            return all.size() > MAX_CLAUSES || all.stream().noneMatch(cell -> cell.bursts() > 0)
                    ? null
                    : BurstStatistics.sentence(all).orElse(null);
        }

        private Phrase burstOfOneTrial() {
            TrialFindings first = trials.stream()
                    .filter(trial -> trial.summary().finished() > 0)
                    .findFirst()
                    .orElseThrow();
            return ofTrial(first, first.burst());
        }

        /** With the trial that a sentence is about, where there are several. */
        private Phrase ofTrial(TrialFindings trial, Phrase sentence) {
            return all == 1
                    ? sentence
                    : Phrase.of("Trial {0} of {1}: {2}", trial.summary().trial().index() + 1, all, sentence);
        }

        /** For each direction that was probed, as its first trial found it. */
        private Optional<Phrase> latency() {
            return ofDirections(
                    trial -> trial.latency() == null ? null : trial.latency().sentence());
        }

        private Optional<Phrase> ofWorkload() {
            return ofDirections(TrialFindings::ofWorkload);
        }

        private Optional<Phrase> ofDirections(Function<TrialFindings, @Nullable Phrase> sentence) {
            Map<Direction, Phrase> sentences = new LinkedHashMap<>();
            for (TrialFindings trial : trials) {
                Phrase found = sentence.apply(trial);
                if (found != null) {
                    sentences.putIfAbsent(trial.summary().trial().direction(), ofTrial(trial, found));
                }
            }
            if (sentences.size() < 2) {
                return sentences.values().stream().findFirst();
            }
            return Optional.of(Phrase.join(
                    " ",
                    sentences.entrySet().stream()
                            .map(entry -> TrialFindings.inDirection(
                                    entry.getKey(), entry.getValue().decapitalised()))
                            .toList()));
        }

        /** Nothing if a sentence about the first trial of each direction has said it all. */
        private Phrase withAllTrials(Phrase sentence) {
            return cells.all().stream().allMatch(cell -> cell.parts().size() == 1)
                    ? sentence
                    : Phrase.sentences(sentence, Phrase.of("Over all trials: {0}", rates().decapitalised()));
        }

        private @Nullable CellStatistics each(Cell cell) {
            return cell.each(rate);
        }

        private @Nullable CellStatistics together(Cell cell) {
            return cell.together(rate);
        }

        private Phrase rates() {
            List<Phrase> clauses = new ArrayList<>();
            for (Cell cell : cells.all()) {
                CellStatistics each = each(cell);
                if (each != null) {
                    clauses.add(rate(cell, each));
                }
            }
            int left = clauses.size() - MAX_CLAUSES;
            Phrase shown = Phrase.join("; ", clauses.subList(0, Math.min(MAX_CLAUSES, clauses.size())));
            if (clauses.isEmpty()) {
                return Phrase.of("No {0} was measured.", rate.inSentence());
            }
            return left <= 0
                    ? Phrase.of("{0}.", shown)
                    : Phrase.of(
                            left == 1 ? "{0}; and 1 other combination." : "{0}; and {1} other combinations.",
                            shown,
                            left);
        }

        /** For example {@code 16 functions downloaded at 248 Mbit/s each (median over 6 trials; 95 % CI 247 to 249 Mbit/s)}. */
        private Phrase rate(Cell cell, CellStatistics each) {
            FactorCells.TrialContribution part = cell.parts().get(0);
            int count = part.functions().size();
            boolean upload = part.direction() == Direction.UPLOAD;
            DataSize size = part.trial().workload().objectSize();
            Phrase functions = Phrase.of(count == 1 ? "1 function" : "{0} functions", count);
            Phrase measured = withInterval(
                    count == 1 ? Phrase.verbatim(rate(each.median())) : Phrase.of("{0} each", rate(each.median())),
                    each);
            List<Phrase> parts = new ArrayList<>();
            if (!rate.equals(Metrics.BANDWIDTH)) {
                parts.add(Phrase.of("{0} of {1} ({2}) {3}", rate.phrase(), functions, part.directionLabel(), measured));
            } else {
                parts.add(
                        source.run().isNotStated("direction")
                                ? Phrase.of("{0} transferred at {1}", functions, measured)
                                : transfer(upload, functions, sizes(size, count), measured, cell));
            }
            total(count, cell).ifPresent(parts::add);
            parts.addAll(besideRate(cell));
            return Phrase.join(", ", parts);
        }

        private static @Nullable Phrase sizes(@Nullable DataSize size, int count) {
            return size == null ? null : count == 1 ? Phrase.verbatim(size.toString()) : Phrase.of("{0} each", size);
        }

        private static Phrase transfer(
                boolean upload, Phrase functions, @Nullable Phrase size, Phrase measured, Cell cell) {
            if (size == null) {
                return Phrase.of(upload ? "{0} uploaded at {1}" : "{0} downloaded at {1}", functions, measured);
            }
            return Phrase.of(
                    upload ? "{0} uploaded {1} in {2}, at {3}" : "{0} downloaded {1} in {2}, at {3}",
                    functions,
                    size,
                    JobCost.seconds(medianDuration(cell)),
                    measured);
        }

        private static List<Phrase> besideRate(Cell cell) {
            List<Phrase> values = new ArrayList<>();
            for (Metric metric : cell.parts().get(0).trial().workload().metricsBesideRate()) {
                CellStatistics known = cell.together(metric);
                if (known != null) {
                    values.add(Phrase.of(
                            "{0} {1}",
                            metric.inSentence(),
                            metric.text(known.median() / metric.unit().shown(1))));
                }
            }
            return values;
        }

        private Optional<Phrase> total(int count, Cell cell) {
            CellStatistics total = together(cell);
            if (count == 1 || total == null) {
                return Optional.empty();
            }
            FactorCells.TrialContribution first = cell.parts().get(0);
            BandwidthRange ofTime =
                    cell.parts().size() > 1 || !rate.equals(Metrics.BANDWIDTH) ? null : first.interval();
            if (ofTime != null) {
                return Optional.of(Phrase.of(
                        "{0} in total (95 % CI over the time of one trial {1})", rate(total.median()), ofTime.text()));
            }
            BandwidthRange interval = BandwidthRange.of(total.medianInterval());
            return Optional.of(
                    interval == null
                            ? Phrase.of("{0} in total", rate(total.median()))
                            : Phrase.of("{0} in total (95 % CI {1})", rate(total.median()), interval.text()));
        }

        /** Of the trials, or of the functions of the only one, which says nothing about other trials. */
        private static Phrase withInterval(Phrase value, CellStatistics each) {
            BandwidthRange interval = BandwidthRange.of(each.medianInterval());
            if (interval == null) {
                return value;
            }
            return each.isOfOneTrial()
                    ? Phrase.of(
                            "{0} (median of the {1} functions of one trial; 95 % CI for these functions {2})",
                            value, each.values(), interval.text())
                    : Phrase.of("{0} (median over {1} trials; 95 % CI {2})", value, each.trials(), interval.text());
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
        private Phrase dependence(boolean total) {
            List<Phrase> clauses = new ArrayList<>();
            cells.byLine().forEach((line, all) -> {
                List<Cell> own = all.stream().filter(cell -> each(cell) != null).toList();
                if (!own.isEmpty() && clauses.size() < MAX_CLAUSES) {
                    Phrase each = course(own, this::each);
                    Phrase course = total ? Phrase.of("{0}, in total {1}", each, course(own, this::together)) : each;
                    clauses.add(line.isEmpty() ? course : Phrase.of("{0}: {1}", line, course));
                }
            });
            return Phrase.sentences(
                    Phrase.of(
                            "{0} per function by {1}: {2}.",
                            rate.phrase(), cells.factor().noun(), Phrase.join("; ", clauses)),
                    basis());
        }

        /** For example {@code 592 Mbit/s (1 function) falling to 124 Mbit/s (32 functions)}. */
        private static Phrase course(List<Cell> line, Function<Cell, @Nullable CellStatistics> statistics) {
            ToDoubleFunction<Cell> value = cell -> {
                CellStatistics known = statistics.apply(cell);
                return known == null ? Double.NaN : known.median();
            };
            List<Cell> measured = line.stream()
                    .filter(cell -> !Double.isNaN(value.applyAsDouble(cell)))
                    .toList();
            if (measured.isEmpty()) {
                return Phrase.of("unknown");
            }
            Cell first = measured.get(0);
            Cell last = measured.get(measured.size() - 1);
            double from = value.applyAsDouble(first);
            double to = value.applyAsDouble(last);
            double[] all = measured.stream().mapToDouble(value).toArray();
            double low = Arrays.stream(all).min().orElse(from);
            double high = Arrays.stream(all).max().orElse(from);
            if (measured.size() == 1) {
                return at(from, first);
            }
            if (high - low < NOTABLE * high) {
                return Phrase.of("no notable dependence, {0} to {1}", at(from, first), at(to, last));
            }
            Phrase course =
                    Phrase.of(to < from ? "{0} falling to {1}" : "{0} rising to {1}", at(from, first), at(to, last));
            return high > Math.max(from, to) * (1 + NOTABLE)
                    ? Phrase.of(
                            "{0}, with the highest, {1}, at {2}",
                            course,
                            rate(high),
                            measured.get(Arrays.stream(all).boxed().toList().indexOf(high))
                                    .value())
                    : course;
        }

        private static Phrase at(double rate, Cell cell) {
            return Phrase.of("{0} ({1})", rate(rate), cell.value());
        }

        /** What the medians of several cells are of. */
        private Phrase basis() {
            IntSummaryStatistics trialsOfCells = cells.all().stream()
                    .map(this::each)
                    .filter(Objects::nonNull)
                    .mapToInt(CellStatistics::trials)
                    .summaryStatistics();
            int fewest = trialsOfCells.getMin();
            int most = trialsOfCells.getMax();
            return most <= 1
                    ? Phrase.of("One trial each; what another trial would measure is unknown.")
                    : Phrase.of(
                            fewest == most ? "Medians over {1} trials each." : "Medians over {0} to {1} trials each.",
                            fewest,
                            most);
        }

        private Optional<Phrase> coldStart() {
            List<TrialSummary> summaries =
                    trials.stream().map(TrialFindings::summary).toList();
            return ColdStarts.of(summaries, source.functions(), true).stream()
                    .findFirst()
                    .map(cell ->
                            Phrase.of("Cold, a function got {0}; warm, {1}.", kind(cell.cold()), kind(cell.warm())));
        }

        private static Phrase kind(ColdStarts.Kind functions) {
            CellStatistics ready = functions.ready();
            String rate = rate(functions.bandwidth().median());
            return of(
                    functions.bandwidth(),
                    ready == null
                            ? Phrase.verbatim(rate)
                            : Phrase.of(
                                    "{0} and was ready after {1} ms",
                                    rate, String.format(Locale.ROOT, "%.0f", ready.median() / 1e3)));
        }

        /** With {@code (median over 6 trials; 95 % CI 247 to 249 Mbit/s)}, or of how many functions a value is. */
        private static Phrase of(CellStatistics each, Phrase value) {
            return each.medianInterval() == null ? Phrase.of("{0} (1 function)", value) : withInterval(value, each);
        }

        private Phrase directions() {
            List<Phrase> values = cells.all().stream()
                    .filter(cell -> each(cell) != null)
                    .limit(2 * MAX_CLAUSES)
                    .map(cell -> {
                        CellStatistics each = Objects.requireNonNull(each(cell));
                        return withInterval(Phrase.of("{0} {1}", cell.name(), rate(each.median())), each);
                    })
                    .toList();
            return Phrase.of("{0} per function: {1}.", rate.phrase(), Phrase.join(", ", values));
        }

        /** Time and cost at the lowest and at the highest value of the factor, each the median over its trials. */
        private Phrase job() {
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
            Phrase costs = jobs.size() == 1
                    ? Phrase.of(
                            hypothetical
                                    ? "The job took {0} and would cost {1} on AWS."
                                    : "The job took {0} and cost {1}.",
                            seconds(first),
                            dollars(first))
                    : Phrase.of(
                            hypothetical
                                    ? "With {0}, the job took {1} and would cost {2} on AWS; with {3}, {4} and {5}."
                                    : "With {0}, the job took {1} and cost {2}; with {3}, {4} and {5}.",
                            factor(first),
                            seconds(first),
                            dollars(first),
                            factor(last),
                            seconds(last),
                            dollars(last));
            int most = jobs.values().stream().mapToInt(List::size).max().orElse(1);
            return most == 1 ? costs : Phrase.sentences(costs, Phrase.of("Medians over the trials."));
        }

        private Phrase factor(List<TrialFindings> same) {
            return cells.factor().label(same.get(0).summary().trial());
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
