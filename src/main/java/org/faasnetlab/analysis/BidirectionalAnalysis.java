package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.analysis.verdict.EvidenceSubject;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.analysis.verdict.VerdictRules;
import org.faasnetlab.format.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Findings for the two directions of a trial in both directions. The directions have separate limits, so each has a
 * verdict, unless the trial as a whole is inconclusive or the same verdict applies to both.
 *
 * @param whole what holds for all functions of either direction
 */
record BidirectionalAnalysis(TrialFindings whole, TrialFindings download, TrialFindings upload) {

    /** The findings of the trial with its directions, without values that would mix them. */
    TrialFindings findings(VerdictRules rules) {
        return new TrialFindings(
                whole.summary(),
                null,
                null,
                whole.functions(),
                null,
                verdict(rules),
                evidence(),
                whole.job(),
                null,
                whole.latency(),
                finding(),
                List.of(download, upload));
    }

    private @Nullable Phrase finding() {
        List<Phrase> found = Stream.of(download, upload)
                .flatMap(direction -> Stream.ofNullable(direction.ofWorkload()).map(direction::inDirection))
                .toList();
        return found.isEmpty() ? null : Phrase.join(" ", found);
    }

    private Verdict verdict(VerdictRules rules) {
        Optional<Verdict> nothing = rules.inconclusive(whole.summary());
        return nothing.orElseGet(() -> download.verdict().equals(upload.verdict())
                ? download.verdict()
                : new Verdict.PerDirection(download.verdict(), upload.verdict()));
    }

    /** Evidence that is the same for both directions is listed once. */
    private List<EvidenceItem> evidence() {
        List<EvidenceItem> items = new ArrayList<>();
        for (EvidenceItem item : whole.evidence()) {
            EvidenceItem down = findBySubject(item.subject(), download);
            EvidenceItem up = findBySubject(item.subject(), upload);
            if (item.subject().ofWholeTrial()) {
                items.add(item);
            } else if (down != null && down.equals(up)) {
                items.add(down);
            } else {
                Stream.of(withDirection(download, down), withDirection(upload, up))
                        .flatMap(Optional::stream)
                        .forEach(items::add);
            }
        }
        return items;
    }

    private static @Nullable EvidenceItem findBySubject(EvidenceSubject subject, TrialFindings direction) {
        return direction.evidence().stream()
                .filter(item -> item.subject() == subject)
                .findFirst()
                .orElse(null);
    }

    private static Optional<EvidenceItem> withDirection(TrialFindings direction, @Nullable EvidenceItem item) {
        return Optional.ofNullable(item)
                .map(known -> known.inDirection(direction.summary().trial().direction()));
    }
}
