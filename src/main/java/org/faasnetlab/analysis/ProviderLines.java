package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;

/** How a trial stands to the limits of the servers and of the provider. */
record ProviderLines(TrialSummary trial, Bandwidth steady, Evidence evidence) {

    List<Finding> all() {
        return new ArrayList<>(List.of(network(), cap(), vpc()));
    }

    private Finding network() {
        Bandwidth limit = evidence.serverLimit();
        Bandwidth aggregate = trial.aggregate();
        return limit == null || aggregate == null
                ? Finding.unknown("servers' network", "Its capacity is unknown.")
                : Finding.of(
                        "servers' network",
                        VerdictRules.share(aggregate, limit) >= VerdictRules.REACHED,
                        "The functions reached " + EvidenceLines.ofLimit(aggregate, limit) + " in total.");
    }

    private Finding cap() {
        Bandwidth cap = evidence.functionCap();
        return cap == null
                ? Finding.unknown("limit of a function", "The limit is unknown.")
                : Finding.of(
                        "limit of a function",
                        VerdictRules.isAt(steady, cap),
                        "After any burst, a function reached " + EvidenceLines.ofLimit(steady, cap) + ".");
    }

    private Finding vpc() {
        Boolean inside = evidence.insideVpc();
        if (inside == null) {
            return Finding.unknown("VPC", "It is unknown whether the functions were attached to a VPC.");
        }
        // Whether its ceiling was reached is a comparison with published results, which the verdict makes.
        return Finding.of(
                "VPC",
                false,
                inside
                        ? "The functions were attached to a VPC. Its limit may apply from 64 functions on."
                        : "The functions were not attached to a VPC.");
    }
}
