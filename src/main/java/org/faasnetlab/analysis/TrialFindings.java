package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.burst.RefillSummary;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.latency.LatencySummary;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * All findings of one trial.
 *
 * @param cold bandwidths of the functions with a new sandbox; null if none of them finished
 * @param warm bandwidths of the others; null if none of them finished
 * @param functions in order of their number, including those that failed
 * @param typical the function with the median bandwidth, whose fit represents the trial; null if none finished
 * @param evidence for and against the verdict, in order of precedence
 * @param job null if no function finished
 * @param refill how the buckets refilled in the pause before this trial; null if there was none, and for a trial in both
 *     directions
 * @param latency of the latency probes; null without probes
 * @param ofWorkload what the metrics of the workload show besides bandwidth; null if there is nothing to add
 * @param directions for a trial in both directions, the findings of each: download, then upload; {@code cold}, {@code
 *     warm} and {@code typical}, which would mix them, are then null. Else empty
 */
public record TrialFindings(
        TrialSummary summary,
        @Nullable FunctionBandwidths cold,
        @Nullable FunctionBandwidths warm,
        List<FunctionFindings> functions,
        @Nullable FunctionFindings typical,
        Verdict verdict,
        List<EvidenceItem> evidence,
        @Nullable JobCost job,
        @Nullable RefillSummary refill,
        @Nullable LatencySummary latency,
        @Nullable Phrase ofWorkload,
        List<TrialFindings> directions) {
    public TrialFindings {
        functions = List.copyOf(functions);
        evidence = List.copyOf(evidence);
        directions = List.copyOf(directions);
    }

    /** Sentences beside the verdict, about latency and about what the workload measures besides bandwidth. */
    public List<Phrase> remarks() {
        return Stream.of(latency == null ? null : latency.sentence(), ofWorkload)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The separate parts: each direction of a trial in both directions, else the trial itself. */
    public List<TrialFindings> byDirection() {
        return directions.isEmpty() ? List.of(this) : directions;
    }

    /** Whether all functions that finished were analyzed for bursts; in a large run only the typical one is. */
    public boolean isEveryFunctionFitted() {
        return functions.stream()
                .allMatch(findings ->
                        findings.burst() != null || !findings.function().finished());
    }

    /** A sentence about one direction of a trial, under its heading. */
    Phrase inDirection(Phrase sentence) {
        return inDirection(summary.trial().direction(), sentence);
    }

    /** A sentence about a direction, under its heading. */
    public static Phrase inDirection(Direction direction, Phrase sentence) {
        return Phrase.of(direction == Direction.UPLOAD ? "Upload: {0}" : "Download: {0}", sentence);
    }

    /** How the buckets refilled in the pause before this trial, in a sentence; null if there was none. */
    public @Nullable Phrase refillSentence() {
        if (directions.isEmpty()) {
            return refill == null ? null : refill.sentence();
        }
        List<Phrase> sentences = new ArrayList<>();
        for (TrialFindings direction : directions) {
            Phrase sentence = direction.refillSentence();
            if (sentence != null) {
                sentences.add(direction.inDirection(sentence.decapitalised()));
            }
        }
        return sentences.isEmpty() ? null : Phrase.join(" ", sentences);
    }

    /** The burst of the typical function, in one sentence. */
    public Phrase burst() {
        if (!summary.trial().workload().type().transfers()) {
            return Phrase.of("Nothing was transferred, so there is neither burst nor baseline.");
        }
        if (summary.trial().workload().type().searches()) {
            return Phrase.of("The rate was changed in search of a limit, so there is neither burst nor baseline.");
        }
        if (!directions.isEmpty()) {
            return Phrase.join(
                    " ",
                    directions.stream()
                            .map(direction ->
                                    direction.inDirection(direction.burst().decapitalised()))
                            .toList());
        }
        if (typical == null || typical.burst() == null) {
            return Phrase.of("No function finished, so burst and baseline cannot be estimated.");
        }
        Phrase sentence = BurstFormatter.sentence(typical.burst());
        int finished = summary.finished();
        if (finished == 1) {
            return sentence;
        }
        long bursts = functions.stream()
                .map(FunctionFindings::burst)
                .filter(fit -> fit != null && fit.burstOrNull() != null)
                .count();
        return Phrase.sentences(
                Phrase.of(
                        "Function {0}, which has the median bandwidth: {1}",
                        typical.function().functionIndex(), sentence.decapitalised()),
                isEveryFunctionFitted()
                        ? Phrase.of("A burst was detected in {0} of {1} functions.", bursts, finished)
                        : Phrase.of("The other functions were not analyzed for bursts."));
    }
}
