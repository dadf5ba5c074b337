package org.faasnetlab.testbed;

import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * What a testbed knows of a trial beside what its functions say. Whatever is not known is null.
 *
 * @param serverLimit what the servers' network links can carry together
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
