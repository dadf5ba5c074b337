package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** Describes how much higher one run's trials are than another's, with the confidence interval. */
public final class ComparisonFormatter {
    /** Two results are called equivalent if they differ by no more than this share, unless another is wanted. */
    public static final double EQUIVALENT = 0.05;

    private final double equivalent;
    private final Function<RunRow, String> names;

    /** @param equivalent two results that differ by no more than this share are equivalent, above 0 */
    public ComparisonFormatter(double equivalent) {
        this(equivalent, RunRow::id);
    }

    /** @param names what the sentences call each run */
    public ComparisonFormatter(double equivalent, Function<RunRow, String> names) {
        this.equivalent = equivalent;
        this.names = names;
    }

    /** One sentence for each run but the first, or a single one that the runs cannot be compared. */
    public List<Phrase> sentences(RunComparison comparison, ComparedCell cell) {
        List<Phrase> sentences = new ArrayList<>();
        for (int run = 1; run < comparison.runs().size(); run++) {
            ComparedCell.Sample side = cell.samples().get(run);
            boolean measured = side.each() != null && cell.samples().get(0).each() != null;
            if (measured && side.differenceToFirst() == null) {
                sentences.add(Phrase.of(
                        "{0} and {1} are not compared, because they have no cell in common.",
                        name(comparison, run), name(comparison, 0)));
                continue;
            }
            sentences.add(sentence(
                    comparison.metric(),
                    name(comparison, run),
                    name(comparison, 0),
                    side.each(),
                    cell.samples().get(0).each(),
                    side.differenceToFirst()));
        }
        return sentences;
    }

    /** One sentence for each cell but the first. */
    public List<Phrase> sentences(CellComparison comparison) {
        CellComparison.PairedCell first = comparison.cells().get(0);
        return comparison.cells().stream()
                .skip(1)
                .map(cell -> sentence(
                        comparison.metric(),
                        "\"" + cell.label() + "\"",
                        "\"" + first.label() + "\"",
                        cell.each(),
                        first.each(),
                        cell.differenceToFirst()))
                .toList();
    }

    /**
     * What to bear in mind where several differences are judged.
     *
     * @return empty for less than two
     */
    public static List<Phrase> noteOnSeveral(int judgements) {
        return judgements < 2
                ? List.of()
                : List.of(Phrase.of(
                        "{0} differences are judged at 95 %. If none existed, one or more would still be called significant"
                                + " with a chance of {1} %.",
                        judgements, String.format(Locale.ROOT, "%.0f", 100 * (1 - Math.pow(0.95, judgements)))));
    }

    private String name(RunComparison comparison, int run) {
        return names.apply(comparison.runs().get(run));
    }

    private Phrase sentence(
            Metric metric,
            String run,
            String first,
            @Nullable CellStatistics of,
            @Nullable CellStatistics ofFirst,
            @Nullable MedianDifference difference) {
        if (of == null || ofFirst == null || difference == null) {
            return Phrase.of(
                    "{0} and {1} cannot be compared: no function finished in a valid trial of one of them.",
                    run, first);
        }
        Phrase judgement = judgement(metric, run, first, ofFirst, difference);
        List<Phrase> all = new ArrayList<>(List.of(judgement));
        caveat(run, of).ifPresent(all::add);
        caveat(first, ofFirst).ifPresent(all::add);
        return Phrase.join(" ", all);
    }

    /** Of trials that are no independent sample. */
    private static Optional<Phrase> caveat(String run, CellStatistics of) {
        return Optional.ofNullable(of.sequence().caveat())
                .map(caveat -> Phrase.of("{0}: {1}", run, caveat.decapitalised()));
    }

    private Phrase judgement(
            Metric metric, String run, String first, CellStatistics ofFirst, MedianDifference difference) {
        Range interval = difference.interval();
        Phrase shift = Phrase.of(
                difference.shift() < 0
                        ? "{0} per function was {1} lower in {2} than in {3}"
                        : "{0} per function was {1} higher in {2} than in {3}",
                metric.phrase(),
                metric.text(Math.abs(difference.shift())) + share(difference.shift(), ofFirst.median()),
                run,
                first);
        if (interval == null) {
            return Phrase.of(
                    "{0}, but with a single trial in one of them, chance may explain it. It takes 2"
                            + " trials of each, or better 6.",
                    shift);
        }
        Phrase between = between(metric, interval, difference.ratioInterval());
        String within = difference.isEquivalentWithin(equivalent) ? percent(equivalent) : null;
        if (interval.low() > 0 || interval.high() < 0) {
            return within == null
                    ? Phrase.of("{0} ({1}).", shift, between)
                    : Phrase.of("{0} ({1}); they are equivalent within {2}.", shift, between, within);
        }
        return within == null
                ? Phrase.of("No significant difference between {0} and {1}: {2}.", run, first, between)
                : Phrase.of("{0} and {1} are equivalent within {2}: {3}.", run, first, within, between);
    }

    private static Phrase between(Metric metric, Range interval, @Nullable Range ratio) {
        String low = signed(metric, interval.low());
        String high = signed(metric, interval.high());
        return ratio == null
                ? Phrase.of("95 % CI {0} to {1}", low, high)
                : Phrase.of(
                        "95 % CI {0} to {1}; {2} to {3} %",
                        low,
                        high,
                        String.format(Locale.ROOT, "%+.1f", 100 * (ratio.low() - 1)),
                        String.format(Locale.ROOT, "%+.1f", 100 * (ratio.high() - 1)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%s %%", Math.round(share * 1000) / 10.0);
    }

    private static String share(double shift, double of) {
        return of == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", Math.abs(shift) / of * 100);
    }

    /** A difference with its sign, for example {@code −3.1 Mbit/s}. */
    public static String signed(Metric metric, double difference) {
        return (difference < 0 ? "\u2212" : "+") + metric.text(Math.abs(difference));
    }
}
