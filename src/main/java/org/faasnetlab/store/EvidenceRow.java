package org.faasnetlab.store;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * A stored row with the conditions observed during a trial. Shares are from 0 to 1; unknown values are null.
 *
 * @param trial index of the trial in the run
 * @param leadMicros how long before T0 the functions were invoked
 * @param computerBusy median utilization of all processors of this computer from T0 on; only if functions and servers
 *     ran on it
 * @param computerBusyMost maximum of this utilization
 * @param computerSamples number of readings
 * @param serverBusy share of the processor time usable by its threads that the busiest server used
 * @param serverDiskBusy share of the time in which the busiest server's disk was busy
 * @param serverLimit total bandwidth of the servers' network links
 * @param functionCap bandwidth to which the provider limits a function, after its burst
 * @param insideVpc whether the functions were attached to a VPC
 */
public record EvidenceRow(
        int trial,
        @Nullable Long leadMicros,
        @Nullable Double computerBusy,
        @Nullable Double computerBusyMost,
        @Nullable Integer computerSamples,
        @Nullable Double serverBusy,
        @Nullable Double serverDiskBusy,
        @Nullable Bandwidth serverLimit,
        @Nullable Bandwidth functionCap,
        @Nullable Boolean insideVpc) {

    /** The row of a trial among those of a run, or null if there is none. */
    public static @Nullable EvidenceRow of(int trial, List<EvidenceRow> rows) {
        return rows.stream().filter(row -> row.trial() == trial).findFirst().orElse(null);
    }
}
