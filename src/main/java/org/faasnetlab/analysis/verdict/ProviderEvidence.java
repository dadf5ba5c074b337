package org.faasnetlab.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Bandwidth;

/** Evidence on the limits of the servers and of the provider. */
record ProviderEvidence(TrialSummary trial, Bandwidth steady, Evidence evidence) {

    List<EvidenceItem> all() {
        return new ArrayList<>(List.of(network(), cap(), vpc()));
    }

    private EvidenceItem network() {
        Bandwidth limit = evidence.serverLimit();
        Bandwidth aggregate = trial.aggregate();
        return limit == null || aggregate == null
                ? EvidenceItem.unknown("servers' network", "Its capacity is unknown.")
                : EvidenceItem.of(
                        "servers' network",
                        VerdictRules.share(aggregate, limit) >= VerdictRules.REACHED,
                        "The functions reached " + EvidenceBuilder.ofLimit(aggregate, limit) + " in total.");
    }

    private EvidenceItem cap() {
        Bandwidth cap = evidence.functionCap();
        return cap == null
                ? EvidenceItem.unknown("limit of a function", "The limit is unknown.")
                : EvidenceItem.of(
                        "limit of a function",
                        VerdictRules.isAt(steady, cap),
                        "After any burst, a function reached " + EvidenceBuilder.ofLimit(steady, cap) + ".");
    }

    private EvidenceItem vpc() {
        Boolean inside = evidence.insideVpc();
        if (inside == null) {
            return EvidenceItem.unknown("VPC", "It is unknown whether the functions were attached to a VPC.");
        }
        // Whether the ceiling was reached follows from published results, which the verdict compares.
        return EvidenceItem.of(
                "VPC",
                false,
                inside
                        ? "The functions were attached to a VPC. Its limit may apply from 64 functions on."
                        : "The functions were not attached to a VPC.");
    }
}
