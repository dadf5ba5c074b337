package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.burst.RefillFit;
import org.faasnetlab.analysis.burst.RefillSummary;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.Cell;

/**
 * How fast the buckets of one cell refilled, over the pauses of a run. The pause is the unit, as the trial is in {@link
 * CellStatistics}: its functions rested at the same time.
 *
 * @param rate in bit/s
 * @param lowerLimit whether so many buckets may have been full again that the median is a lower limit
 */
public record RefillRates(Cell cell, CellStatistics rate, boolean lowerLimit) {

    /**
     * Of the pauses between two of these trials that follow each other, in the order of the cells.
     *
     * @param trials in their order; those that are left out have no part in a pause
     */
    public static List<RefillRates> of(List<TrialFindings> trials) {
        Set<Integer> counted =
                trials.stream().map(trial -> trial.summary().trial().index()).collect(Collectors.toSet());
        Map<Cell, List<List<RefillFit.Measured>>> pauses = new LinkedHashMap<>();
        trials.stream()
                .filter(trial -> counted.contains(trial.summary().trial().index() - 1))
                .flatMap(trial -> trial.byDirection().stream())
                .forEach(part -> Optional.ofNullable(part.refill())
                        .map(RefillSummary::measured)
                        .filter(measured -> !measured.isEmpty())
                        .ifPresent(measured -> pauses.computeIfAbsent(
                                        part.summary().trial().cell(), first -> new ArrayList<>())
                                .add(measured)));
        return pauses.entrySet().stream()
                .map(cell -> new RefillRates(
                        cell.getKey(),
                        Objects.requireNonNull(CellStatistics.of(cell.getValue().stream()
                                .map(RefillSummary::rates)
                                .toList())),
                        2
                                        * cell.getValue().stream()
                                                .filter(RefillSummary::isLowerLimit)
                                                .count()
                                >= cell.getValue().size()))
                .toList();
    }

    /**
     * How fast buckets refilled, over the pauses, or in the only one; why it is unknown if no pause shows it. Empty if there
     * was no pause.
     *
     * @param trials in their order
     */
    public static Optional<Phrase> sentence(List<TrialFindings> trials) {
        List<RefillRates> cells = of(trials);
        return overPauses(cells).or(() -> first(trials, !cells.isEmpty()));
    }

    /**
     * How fast buckets refilled over the pauses between valid trials. Empty if no cell has two of them: what one pause shows
     * is stated with its trial.
     *
     * @param trials in their order, valid or not
     */
    public static Optional<Phrase> overPauses(List<TrialFindings> trials) {
        return overPauses(of(trials.stream()
                .filter(trial -> trial.summary().validity().isValid())
                .toList()));
    }

    private static Optional<Phrase> overPauses(Collection<RefillRates> cells) {
        return cells.stream().noneMatch(cell -> cell.rate().trials() > 1)
                ? Optional.empty()
                : Optional.of(Phrase.join(
                        " ",
                        cells.stream()
                                .map(cell -> cells.size() == 1
                                        ? cell.sentence()
                                        : TrialFindings.inDirection(
                                                cell.cell().workload().direction(),
                                                cell.sentence().decapitalised()))
                                .toList()));
    }

    /** The sentence of the first pause, of those that show a refill if there are any. */
    private static Optional<Phrase> first(List<TrialFindings> trials, boolean shown) {
        return trials.stream()
                .filter(trial -> !shown
                        || trial.byDirection().stream()
                                .map(TrialFindings::refill)
                                .anyMatch(refill ->
                                        refill != null && !refill.measured().isEmpty()))
                .map(TrialFindings::refillSentence)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Phrase sentence() {
        BandwidthRange interval = BandwidthRange.of(rate.medianInterval());
        Phrase median = interval == null
                ? Phrase.of("median")
                : Phrase.of(
                        rate.isOfOneTrial() ? "median; 95 % CI for its functions {0}" : "median; 95 % CI {0}",
                        interval.text());
        Phrase speed = lowerLimit
                ? Phrase.of("{0} or more", new Bandwidth(rate.median()))
                : Phrase.verbatim(new Bandwidth(rate.median()).toString());
        return Phrase.of(
                rate.trials() == 1
                        ? "Over 1 pause, the bucket refilled at {1} ({2})."
                        : "Over {0} pauses, the bucket refilled at {1} ({2}).",
                rate.trials(),
                speed,
                median);
    }
}
