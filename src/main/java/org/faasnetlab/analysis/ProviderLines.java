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
                ? Finding.unknown("servers' network", "What it can carry is not known.")
                : Finding.of(
                        "servers' network",
                        VerdictRules.share(aggregate, limit) >= VerdictRules.REACHED,
                        "The functions had " + EvidenceLines.ofLimit(aggregate, limit) + " together.");
    }

    private Finding cap() {
        Bandwidth cap = evidence.functionCap();
        return cap == null
                ? Finding.unknown("limit of a function", "It is not known.")
                : Finding.of(
                        "limit of a function",
                        VerdictRules.isAt(steady, cap),
                        "After any burst a function had " + EvidenceLines.ofLimit(steady, cap) + ".");
    }

    private Finding vpc() {
        Boolean inside = evidence.insideVpc();
        if (inside == null) {
            return Finding.unknown("VPC", "Whether the functions were attached to one is not known.");
        }
        // Whether its ceiling was reached is a comparison with published results, which the verdict makes.
        return Finding.of(
                "VPC",
                false,
                inside
                        ? "The functions were attached to one; from 64 functions on its ceiling can be met."
                        : "The functions were not attached to one.");
    }
}
