package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;

/** How a trial stands to the simulated network's settings. */
record LinkLines(TrialSummary trial, Bandwidth steady, SimulatedShare simulated) {

    List<Finding> all() {
        List<Finding> lines = new ArrayList<>();
        Bandwidth rate = simulated.link().rate();
        if (rate != null) {
            lines.add(Finding.of(
                    "simulated link of a function",
                    VerdictRules.agree(steady, rate),
                    "After any burst, a function reached " + EvidenceLines.ofLimit(steady, rate) + "."));
        }
        Bandwidth hostLink = simulated.hostLink();
        Bandwidth aggregate = trial.aggregate();
        if (hostLink != null && aggregate != null) {
            lines.add(Finding.of(
                    "simulated link of a host",
                    simulated.hostDecides() && VerdictRules.agree(aggregate, simulated.expected()),
                    "All functions on " + (simulated.hosts() == 1 ? "one host" : simulated.hosts() + " hosts") + " of "
                            + hostLink + " reached " + EvidenceLines.ofLimit(aggregate, simulated.expected())
                            + " in total."));
        }
        return lines;
    }
}
