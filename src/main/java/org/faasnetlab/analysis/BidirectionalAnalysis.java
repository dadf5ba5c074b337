package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.analysis.verdict.EvidenceBuilder;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.analysis.verdict.VerdictRules;
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
                refill(),
                List.of(download, upload));
    }

    private Verdict verdict(VerdictRules rules) {
        Optional<Verdict> nothing = rules.nothingToConclude(whole.summary());
        return nothing.orElseGet(() -> download.verdict().equals(upload.verdict())
                ? download.verdict()
                : new Verdict.EachWay(download.verdict(), upload.verdict()));
    }

    /** Evidence that is the same for both directions is listed once. */
    private List<EvidenceItem> evidence() {
        List<EvidenceItem> lines = new ArrayList<>();
        for (EvidenceItem one : whole.evidence()) {
            EvidenceItem down = about(one.subject(), download);
            EvidenceItem up = about(one.subject(), upload);
            if (EvidenceBuilder.OF_ALL_FUNCTIONS.contains(one.subject())) {
                lines.add(one);
            } else if (down != null && down.equals(up)) {
                lines.add(down);
            } else {
                Stream.of(of(download, down), of(upload, up))
                        .flatMap(Optional::stream)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static @Nullable EvidenceItem about(String subject, TrialFindings half) {
        return half.evidence().stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElse(null);
    }

    private static Optional<EvidenceItem> of(TrialFindings half, @Nullable EvidenceItem one) {
        return Optional.ofNullable(one)
                .map(known -> new EvidenceItem(
                        known.subject() + ", "
                                + half.summary().trial().direction().word(),
                        known.state(),
                        known.sentence()));
    }

    private @Nullable String refill() {
        String down = download.refill();
        String up = upload.refill();
        return down == null || up == null
                ? null
                : download.heading() + BurstFormatter.decapitalised(down) + " " + upload.heading()
                        + BurstFormatter.decapitalised(up);
    }
}
