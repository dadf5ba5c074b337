package org.faasnetlab.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.Quantiles;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialFacts;

/**
 * Watches how busy this computer is from T0 of a trial until its functions have ended. It has no thread: the run's own
 * one asks when it is due. A reading that comes late only covers a longer time.
 */
final class LoadWatch {
    static final Duration PERIOD = Duration.ofMillis(250);

    private final BusyMeter meter;
    private final int trial;
    private final Duration lead;
    private final List<Double> shares = new ArrayList<>();
    private Instant due;
    private boolean begun;

    /** @param invokedAt when the functions were invoked */
    LoadWatch(BusyMeter meter, int trial, Instant invokedAt, Instant t0) {
        this.meter = meter;
        this.trial = trial;
        this.lead = Duration.between(invokedAt, t0);
        this.due = t0;
    }

    /** The earlier of the next reading and another instant. */
    Instant dueOr(Instant other) {
        return due.isBefore(other) ? due : other;
    }

    /** Takes a reading if it is time. The first, at T0, only marks where the next begins. */
    void readIfDue(Instant now) {
        if (now.isBefore(due)) {
            return;
        }
        due = now.plus(PERIOD);
        meter.sinceLastCall().ifPresent(share -> {
            if (begun) {
                shares.add(share);
            }
        });
        begun = true;
    }

    /** All that was observed in the trial. */
    EvidenceRow evidence(TrialFacts facts) {
        double[] read = shares.stream().mapToDouble(Double::doubleValue).toArray();
        boolean none = read.length == 0;
        return new EvidenceRow(
                trial,
                lead.toNanos() / 1000,
                none ? null : (Double) Quantiles.of(read, 0.5),
                none ? null : (Double) Quantiles.of(read, 1),
                none ? null : (Integer) read.length,
                facts.serverBusy(),
                facts.serverDiskBusy(),
                facts.serverLimit(),
                facts.functionCap(),
                facts.insideVpc());
    }
}
