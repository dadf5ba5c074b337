package org.faasnetlab.analysis.verdict;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.EvidenceRow;
import org.jspecify.annotations.Nullable;

/**
 * Evidence about a trial besides its functions' measurements. Whatever was not recorded is null, and nothing is
 * concluded from it.
 *
 * @param computerBusy busy share of this computer's processors, 0 to 1; only for a run on this computer
 * @param functionBusy busy share of the processor time that a function gets by its memory size, 0 to 1; only if memory
 *     limits it
 * @param serverBusy busy share of the processor time available to the threads of the busiest server, 0 to 1
 * @param serverDiskBusy share of time in which the busiest server's disk was active, 0 to 1
 * @param serverLimit total bandwidth of the network links of the servers, or of the computers they run on
 * @param functionCap the provider's bandwidth limit of a function after its burst
 * @param insideVpc whether the functions were attached to a VPC
 * @param externalServer whether functions of this computer measured against servers of the user
 * @param imported whether another program measured, on a computer of which nothing is known
 */
public record Evidence(
        @Nullable Double computerBusy,
        @Nullable Double functionBusy,
        @Nullable Double serverBusy,
        @Nullable Double serverDiskBusy,
        @Nullable Bandwidth serverLimit,
        @Nullable Bandwidth functionCap,
        @Nullable Boolean insideVpc,
        boolean externalServer,
        boolean imported) {

    /** Evidence about a trial against servers of the testbed. */
    public Evidence(
            @Nullable Double computerBusy,
            @Nullable Double functionBusy,
            @Nullable Double serverBusy,
            @Nullable Double serverDiskBusy,
            @Nullable Bandwidth serverLimit,
            @Nullable Bandwidth functionCap,
            @Nullable Boolean insideVpc) {
        this(computerBusy, functionBusy, serverBusy, serverDiskBusy, serverLimit, functionCap, insideVpc, false, false);
    }

    /** A copy for a trial against servers of the user. */
    public Evidence withExternalServer() {
        return with(true, false);
    }

    /** A copy for a trial of an imported run. */
    public Evidence asImported() {
        return with(false, true);
    }

    private Evidence with(boolean externalServer, boolean imported) {
        return new Evidence(
                computerBusy,
                functionBusy,
                serverBusy,
                serverDiskBusy,
                serverLimit,
                functionCap,
                insideVpc,
                externalServer,
                imported);
    }

    /** Nothing was recorded. */
    public static final Evidence NONE = new Evidence(null, null, null, null, null, null, null);

    /**
     * The evidence of a trial; all of it is unknown if none was recorded.
     *
     * @param functionBusy see above; it is not stored but computed from the functions' processor time
     */
    public static Evidence of(@Nullable EvidenceRow recorded, @Nullable Double functionBusy) {
        return recorded == null
                ? NONE
                : new Evidence(
                        recorded.computerBusy(),
                        functionBusy,
                        recorded.serverBusy(),
                        recorded.serverDiskBusy(),
                        recorded.serverLimit(),
                        recorded.functionCap(),
                        recorded.insideVpc());
    }
}
