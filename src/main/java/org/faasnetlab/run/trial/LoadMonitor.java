package org.faasnetlab.run.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.TrialConditions;
import org.jspecify.annotations.Nullable;

/**
 * Measures how busy this computer, and a server on it, are from T0 of a trial until its functions have finished. It has
 * no thread: the run's thread calls it when a reading is due. A late reading only covers a longer time.
 */
final class LoadMonitor {
    static final Duration PERIOD = Duration.ofMillis(250);

    private final int trial;
    private final PreparedTrial prepared;
    private final Duration lead;
    private final BusyReadings computer;
    private final BusyReadings server;
    private final BusyReadings serverDisk;
    private Instant due;

    /**
     * @param computerMeter measures how busy this computer is
     * @param invokedAt when the functions were invoked
     */
    LoadMonitor(BusyMeter computerMeter, int trial, PreparedTrial prepared, Instant invokedAt, Instant t0) {
        this.trial = trial;
        this.prepared = prepared;
        this.lead = Duration.between(invokedAt, t0);
        this.computer = new BusyReadings(computerMeter);
        this.server = new BusyReadings(prepared.serverMeter());
        this.serverDisk = new BusyReadings(prepared.serverDiskMeter());
        this.due = t0;
    }

    /** The earlier of the next reading and another instant. */
    Instant earlierOfDue(Instant other) {
        return due.isBefore(other) ? due : other;
    }

    /** Takes a reading if it is due. The first, at T0, only marks the start of the next. */
    void readIfDue(Instant now) {
        if (now.isBefore(due)) {
            return;
        }
        due = now.plus(PERIOD);
        computer.read();
        server.read();
        serverDisk.read();
    }

    /**
     * All evidence of the trial.
     *
     * @param serverBusy what the functions reported of their servers, null if nothing
     */
    EvidenceRow evidence(@Nullable Double serverBusy) {
        TrialConditions conditions = prepared.conditions();
        return new EvidenceRow(
                trial,
                lead.toNanos() / 1000,
                computer.median(),
                computer.max(),
                computer.count(),
                serverBusy == null ? server.median() : serverBusy,
                serverDisk.median(),
                conditions.serverLimit(),
                conditions.functionCap(),
                conditions.insideVpc());
    }

    /** The readings of one meter over a trial. */
    private static final class BusyReadings {
        private final BusyMeter meter;
        private final List<Double> shares = new ArrayList<>();
        private boolean begun;

        BusyReadings(BusyMeter meter) {
            this.meter = meter;
        }

        /** Takes a reading. The first only marks the start of the next. */
        void read() {
            meter.sinceLastCall().ifPresent(share -> {
                if (begun) {
                    shares.add(share);
                }
            });
            begun = true;
        }

        /** Null if there is no reading, like the other methods. */
        @Nullable
        Double median() {
            return quantile(0.5);
        }

        @Nullable
        Double max() {
            return quantile(1);
        }

        @Nullable
        Integer count() {
            return shares.isEmpty() ? null : (Integer) shares.size();
        }

        private @Nullable Double quantile(double share) {
            double[] read = shares.stream().mapToDouble(Double::doubleValue).toArray();
            return read.length == 0 ? null : (Double) Quantiles.of(read, share);
        }
    }
}
