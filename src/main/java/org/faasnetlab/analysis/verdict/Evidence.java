package org.faasnetlab.analysis.verdict;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.EvidenceRow;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a trial besides what its functions measured. Whatever was not recorded is null, and then nothing is
 * concluded from it.
 *
 * @param computerBusy share of this computer's processors that was busy, 0 to 1; only of a run on this computer
 * @param functionBusy share of the processor time that its memory size gives a function, 0 to 1; only where memory
 *     decides it
 * @param serverBusy share of the processor time which the threads of the busiest server can use that it used, 0 to 1
 * @param serverDiskBusy share of the time in which the busiest server's disk was at work, 0 to 1
 * @param serverLimit what the servers' network links can carry together, or the computers they run on
 * @param functionCap bandwidth to which the provider limits a function, after its burst
 * @param insideVpc whether the functions were attached to a VPC
 */
public record Evidence(
        @Nullable Double computerBusy,
        @Nullable Double functionBusy,
        @Nullable Double serverBusy,
        @Nullable Double serverDiskBusy,
        @Nullable Bandwidth serverLimit,
        @Nullable Bandwidth functionCap,
        @Nullable Boolean insideVpc) {

    /** Nothing was recorded. */
    public static final Evidence NONE = new Evidence(null, null, null, null, null, null, null);

    /** @param functionBusy see above; it is not kept but follows from the functions' processor time */
    public static Evidence of(@Nullable EvidenceRow kept, @Nullable Double functionBusy) {
        return kept == null
                ? NONE
                : new Evidence(
                        kept.computerBusy(),
                        functionBusy,
                        kept.serverBusy(),
                        kept.serverDiskBusy(),
                        kept.serverLimit(),
                        kept.functionCap(),
                        kept.insideVpc());
    }
}
