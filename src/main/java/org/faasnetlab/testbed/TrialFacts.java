package org.faasnetlab.testbed;

import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * What a testbed knows of a trial beside what its functions say. Shares are from 0 to 1; whatever is not known is null.
 *
 * @param serverBusy share of the busiest server's processors that was busy during the transfers
 * @param serverDiskBusy share of the time of the transfers in which the busiest server's disk was at work
 * @param serverLimit what the servers' network links can carry together
 * @param functionCap bandwidth to which the provider limits a function, after its burst
 * @param insideVpc whether the functions were attached to a VPC
 */
public record TrialFacts(
        @Nullable Double serverBusy,
        @Nullable Double serverDiskBusy,
        @Nullable Bandwidth serverLimit,
        @Nullable Bandwidth functionCap,
        @Nullable Boolean insideVpc) {

    /** Nothing is known. */
    public static final TrialFacts NONE = new TrialFacts(null, null, null, null, null);
}
