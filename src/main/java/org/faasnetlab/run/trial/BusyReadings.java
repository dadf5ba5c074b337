package org.faasnetlab.run.trial;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.testbed.BusyMeter;
import org.jspecify.annotations.Nullable;

/** What a meter said in the course of a trial. */
final class BusyReadings {
    private final BusyMeter meter;
    private final List<Double> shares = new ArrayList<>();
    private boolean begun;

    BusyReadings(BusyMeter meter) {
        this.meter = meter;
    }

    /** Takes a reading. The first only marks where the next begins. */
    void read() {
        meter.sinceLastCall().ifPresent(share -> {
            if (begun) {
                shares.add(share);
            }
        });
        begun = true;
    }

    /** Null if there is no reading, as the others. */
    @Nullable
    Double median() {
        return quantile(0.5);
    }

    @Nullable
    Double most() {
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
