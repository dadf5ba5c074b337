package org.faasnetlab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
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
import org.faasnetlab.workload.Metrics;

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

    /** @param functions of the run */
    public static RunAnswer of(RunRow run, RunFindings findings, List<FunctionRow> functions) {
        Question question = Question.ofPreset(run.preset());
        if (functions.stream().noneMatch(FunctionRow::finished)) {
            return new RunAnswer(question, "No answer: no function finished.", false);
        }
        RunChartSource source = new RunChartSource(
                run, findings.trials().stream().map(TrialFindings::summary).toList(), functions);
        String answer = new Sentences(findings, functions, FactorCells.ofDirections(source)).to(question);
        List<Validity> validities = findings.trials().stream()
                .map(trial -> trial.summary().validity())
                .toList();
        if (validities.stream().noneMatch(Validity::isValid)) {
            return new RunAnswer(
                    question, "Not reliable: " + BurstFormatter.decapitalised(answer) + " " + doubt(findings), false);
        }
        String leftOut = Validity.leftOut(validities);
        return new RunAnswer(question, leftOut == null ? answer : answer + " " + leftOut, true);
    }

    /** Why the numbers describe something else than the network, of the first trial. */
    private static String doubt(RunFindings findings) {
        TrialFindings first = findings.trials().get(0);
        return first.verdict().invalidatesRates()
                ? first.verdict().sentence()
                : "Reasons: " + first.summary().validity().text() + ".";
    }

    private record Sentences(RunFindings findings, List<FunctionRow> functions, FactorCells cells) {

        String to(Question question) {
            return switch (question) {
                case RATE, SHARE -> rates();
                case BURST -> burst();
                case LATENCY -> latency().orElseGet(this::rates);
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

        /** Burst and baseline of the first trial that is valid, and what the bucket held after the pause before a later one. */
        private String burst() {
            TrialFindings first = findings.trials().stream()
                    .filter(trial -> trial.summary().finished() > 0)
                    .min(Comparator.comparing(
                            trial -> !trial.summary().validity().isValid()))
                    .orElseThrow();
            String refill = findings.trials().stream()
                    .map(TrialFindings::refill)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(sentence -> " " + sentence)
                    .orElse("");
            return first.burst() + refill;
        }

        /** For each direction that was probed, as its first trial found it. */
        private Optional<String> latency() {
            Map<Direction, String> sentences = new LinkedHashMap<>();
            for (TrialFindings trial : findings.trials()) {
                if (trial.latency() != null) {
                    sentences.putIfAbsent(
                            trial.summary().trial().direction(), trial.latency().sentence());
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

        private String rates() {
            List<String> clauses = new ArrayList<>();
            for (Cell cell : cells.all()) {
                if (cell.values(Metrics.BANDWIDTH).length > 0) {
                    clauses.add(rate(cell));
                }
            }
            int left = clauses.size() - MAX_CLAUSES;
            String shown = String.join("; ", clauses.subList(0, Math.min(MAX_CLAUSES, clauses.size())));
            if (clauses.isEmpty()) {
                return "No bandwidth was measured.";
            }
            return shown + (left > 0 ? "; and " + left + " other combinations." : ".");
        }

        /** For example {@code 16 functions downloaded at 248 Mbit/s each (median; 95 % CI 247 to 249 Mbit/s)}. */
        private static String rate(Cell cell) {
            FactorCells.TrialContribution part = cell.parts().get(0);
            TrialRow trial = part.trial();
            int count = part.functions().size();
            String verb = part.direction().startsWith("upload") ? "uploaded" : "downloaded";
            DataSize size = trial.workload().objectSize();
            SampleStatistics sample = SampleStatistics.of(cell.values(Metrics.BANDWIDTH));
            String who = count == 1 ? "1 function " : count + " functions ";
            String what = size == null ? "" : " " + size + (count == 1 ? "" : " each");
            String time = size == null ? "" : " in " + JobCost.seconds(medianDuration(cell)) + ",";
            double[] totals = cell.totals(Metrics.BANDWIDTH);
            String total = count == 1 || totals.length == 0 ? "" : ", " + rate(median(totals)) + " in total";
            return who + verb + what + time + " at " + rate(sample.median()) + (count == 1 ? "" : " each")
                    + interval(sample) + total;
        }

        private static String interval(SampleStatistics sample) {
            SampleStatistics.Range range = sample.medianInterval();
            String interval = range == null ? "" : "; 95 % CI " + BandwidthRange.of(range);
            return sample.n() == 1 ? "" : " (median of " + sample.n() + interval + ")";
        }

        private static Duration medianDuration(Cell cell) {
            return Duration.ofNanos(Math.round(1e3
                    * median(cell.parts().stream()
                            .flatMap(part -> part.functions().stream())
                            .map(FunctionRow::durationMicros)
                            .filter(Objects::nonNull)
                            .mapToDouble(Long::doubleValue)
                            .toArray())));
        }

        /** @param total whether the total of all functions is of interest as well */
        private String dependence(boolean total) {
            List<String> clauses = new ArrayList<>();
            cells.byLine().forEach((line, all) -> {
                List<Cell> own = all.stream()
                        .filter(cell -> cell.values(Metrics.BANDWIDTH).length > 0)
                        .toList();
                if (!own.isEmpty() && clauses.size() < MAX_CLAUSES) {
                    String name = line.isEmpty() ? "" : line + ": ";
                    clauses.add(name
                            + course(own, cell -> median(cell.values(Metrics.BANDWIDTH)))
                            + (total
                                    ? ", in total " + course(own, cell -> median(cell.totals(Metrics.BANDWIDTH)))
                                    : ""));
                }
            });
            return "Bandwidth per function by " + noun(cells.factor()) + ": " + String.join("; ", clauses) + ".";
        }

        private static String noun(TrialFactor factor) {
            return factor.label().replaceFirst(",.*", "");
        }

        /** For example {@code 592 Mbit/s (1 function) falling to 124 Mbit/s (32 functions)}. */
        private static String course(List<Cell> line, ToDoubleFunction<Cell> value) {
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

        private Optional<String> coldStart() {
            Map<Boolean, List<FunctionRow>> byStart = functions.stream()
                    .filter(function -> function.bandwidth() != null && function.cold() != null)
                    .collect(Collectors.groupingBy(FunctionRow::cold));
            List<FunctionRow> cold = byStart.getOrDefault(true, List.of());
            List<FunctionRow> warm = byStart.getOrDefault(false, List.of());
            return cold.isEmpty() || warm.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Cold, a function got " + rate(bandwidth(cold)) + ready(cold) + "; warm, "
                            + rate(bandwidth(warm)) + ready(warm) + " (medians of " + cold.size() + " and "
                            + warm.size() + ").");
        }

        private static double bandwidth(List<FunctionRow> functions) {
            return median(functions.stream()
                    .map(FunctionRow::bandwidth)
                    .filter(Objects::nonNull)
                    .mapToDouble(Bandwidth::bitsPerSecond)
                    .toArray());
        }

        private static String ready(List<FunctionRow> functions) {
            double[] known = functions.stream()
                    .map(FunctionRow::readyMicros)
                    .filter(Objects::nonNull)
                    .mapToDouble(Long::doubleValue)
                    .toArray();
            return known.length == 0
                    ? ""
                    : String.format(Locale.ROOT, " and was ready after %.0f ms", median(known) / 1e3);
        }

        private String directions() {
            return "Bandwidth per function: "
                    + cells.all().stream()
                            .filter(cell -> cell.values(Metrics.BANDWIDTH).length > 0)
                            .limit(2 * MAX_CLAUSES)
                            .map(cell -> cell.name() + " " + rate(median(cell.values(Metrics.BANDWIDTH))))
                            .collect(Collectors.joining(", "))
                    + ".";
        }

        private String job() {
            List<TrialFindings> jobs = findings.trials().stream()
                    .filter(trial -> trial.job() != null)
                    .sorted((one, other) -> Double.compare(value(one), value(other)))
                    .toList();
            TrialFindings first = jobs.get(0);
            TrialFindings last = jobs.get(jobs.size() - 1);
            return jobs.size() == 1
                    ? Objects.requireNonNull(first.job()).sentence()
                    : "With " + factor(first) + ", the job took " + seconds(first) + " and "
                            + (Objects.requireNonNull(first.job()).hypothetical() ? "would cost " : "cost ")
                            + dollars(first)
                            + (Objects.requireNonNull(first.job()).hypothetical() ? " on AWS" : "")
                            + "; with " + factor(last) + ", " + seconds(last) + " and " + dollars(last) + ".";
        }

        private double value(TrialFindings trial) {
            return cells.factor().of(trial.summary().trial());
        }

        private String factor(TrialFindings trial) {
            return cells.factor().words(trial.summary().trial());
        }

        private static String seconds(TrialFindings trial) {
            return JobCost.seconds(Objects.requireNonNull(trial.job()).times().response());
        }

        private static String dollars(TrialFindings trial) {
            return Objects.requireNonNull(trial.job()).dollars();
        }

        private static double median(double[] values) {
            return values.length == 0 ? Double.NaN : Quantiles.of(values, 0.5);
        }

        private static String rate(double bitsPerSecond) {
            return new Bandwidth(bitsPerSecond).toString();
        }
    }
}
