package org.faasnetlab.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Bandwidth;

/** Evidence on the limits of the simulated network. */
record LinkEvidence(TrialSummary trial, Bandwidth steady, SimulatedCapacity simulated) {

    List<EvidenceItem> all() {
        List<EvidenceItem> lines = new ArrayList<>();
        Bandwidth rate = simulated.link().rate();
        if (rate != null) {
            lines.add(EvidenceItem.of(
                    "simulated link of a function",
                    VerdictRules.agree(steady, rate),
                    "After any burst, a function reached " + EvidenceBuilder.ofLimit(steady, rate) + "."));
        }
        Bandwidth hostLink = simulated.hostLink();
        Bandwidth aggregate = trial.aggregate();
        if (hostLink != null && aggregate != null) {
            lines.add(EvidenceItem.of(
                    "simulated link of a host",
                    simulated.hostDecides() && VerdictRules.agree(aggregate, simulated.expected()),
                    "All functions on " + (simulated.hosts() == 1 ? "one host" : simulated.hosts() + " hosts") + " of "
                            + hostLink + " reached " + EvidenceBuilder.ofLimit(aggregate, simulated.expected())
                            + " in total."));
        }
        return lines;
    }
}
