package org.faasnetlab.store;

import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * What was observed beside the functions of a trial, as it is kept. Shares are from 0 to 1; whatever is not known is null.
 *
 * @param trial index of the trial in the run
 * @param leadMicros how long before T0 the functions were invoked
 * @param computerBusy median share of this computer's processors that was busy from T0 on, over all of them; only where
 *     functions and servers ran on it
 * @param computerBusyMost the highest such share
 * @param computerSamples how often the share was read
 * @param serverBusy share of the processor time which the threads of the busiest server can use that it used
 * @param serverDiskBusy share of the time in which the busiest server's disk was at work
 * @param serverLimit what the servers' network links can carry together
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
        @Nullable Boolean insideVpc) {}
