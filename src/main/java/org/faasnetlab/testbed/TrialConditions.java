package org.faasnetlab.testbed;

import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a trial that the testbed knows in addition to the records of functions. Unknown values are null.
 *
 * @param serverLimit total bandwidth of the servers' network links
 * @param functionCap bandwidth to which the provider limits a function, after its burst
 * @param insideVpc whether the functions were attached to a VPC
 */
public record TrialConditions(
        @Nullable Bandwidth serverLimit,
        @Nullable Bandwidth functionCap,
        @Nullable Boolean insideVpc) {

    /** Nothing is known. */
    public static final TrialConditions NONE = new TrialConditions(null, null, null);
}
