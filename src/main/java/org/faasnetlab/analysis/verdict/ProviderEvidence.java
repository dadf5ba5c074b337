package org.faasnetlab.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Bandwidth;

/** How a trial stands to the limits of the servers and of the provider. */
record ProviderEvidence(TrialSummary trial, Bandwidth steady, Evidence evidence) {

    List<EvidenceItem> all() {
        return new ArrayList<>(List.of(network(), cap(), vpc()));
    }

    private EvidenceItem network() {
        Bandwidth limit = evidence.serverLimit();
        Bandwidth aggregate = trial.aggregate();
        return limit == null || aggregate == null
                ? EvidenceItem.unknown("servers' network", "What it can carry is not known.")
                : EvidenceItem.of(
                        "servers' network",
                        VerdictRules.share(aggregate, limit) >= VerdictRules.REACHED,
                        "The functions had " + EvidenceBuilder.ofLimit(aggregate, limit) + " together.");
    }

    private EvidenceItem cap() {
        Bandwidth cap = evidence.functionCap();
        return cap == null
                ? EvidenceItem.unknown("limit of a function", "It is not known.")
                : EvidenceItem.of(
                        "limit of a function",
                        VerdictRules.isAt(steady, cap),
                        "After any burst a function had " + EvidenceBuilder.ofLimit(steady, cap) + ".");
    }

    private EvidenceItem vpc() {
        Boolean inside = evidence.insideVpc();
        if (inside == null) {
            return EvidenceItem.unknown("VPC", "Whether the functions were attached to one is not known.");
        }
        // Whether its ceiling was reached is a comparison with published results, which the verdict makes.
        return EvidenceItem.of(
                "VPC",
                false,
                inside
                        ? "The functions were attached to one; from 64 functions on its ceiling can be met."
                        : "The functions were not attached to one.");
    }
}
