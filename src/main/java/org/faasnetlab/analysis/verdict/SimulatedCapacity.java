package org.faasnetlab.analysis.verdict;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.LinkProfile;
import org.jspecify.annotations.Nullable;

/**
 * Capacity of the simulated network of a trial. Functions are assigned to hosts in turn.
 *
 * @param link of each function
 * @param hostLink of each host, or null for no limit
 * @param vpcLink of all functions, or null for no limit
 * @param hosts hosts with functions
 * @param functions in all
 */
public record SimulatedCapacity(
        LinkProfile link,
        @Nullable Bandwidth hostLink,
        @Nullable Bandwidth vpcLink,
        int hosts,
        int functions) {

    static SimulatedCapacity of(TrialRow trial) {
        return of(trial.cell());
    }

    public static SimulatedCapacity of(Cell cell) {
        return new SimulatedCapacity(
                cell.network().link(),
                cell.network().hostLink(),
                cell.network().vpcLink(),
                Math.min(cell.network().hosts(), cell.functions()),
                cell.functions());
    }

    /** Whether any link limits the functions. */
    public boolean simulated() {
        return !link.isUnlimited() || hostLink != null || vpcLink != null;
    }

    /** Whether the link of the VPC is slower than what the links of functions and hosts allow in all. */
    public boolean isVpcLimited() {
        return vpcLink != null && ofHosts() > vpcLink.bitsPerSecond();
    }

    /**
     * Whether at least half of the functions are on hosts whose link is slower than the sum of their functions' links, and the VPC
     * is not slower.
     */
    public boolean isHostLimited() {
        if (isVpcLimited()) {
            return false;
        }
        int limited = 0;
        for (int host = 0; host < hosts; host++) {
            limited += hostLink != null && demandOf(host) > hostLink.bitsPerSecond() ? functionsOn(host) : 0;
        }
        return limited > 0 && limited * 2 >= functions;
    }

    /** Expected total bandwidth of all functions after their bursts; only if any link limits them. */
    public Bandwidth expected() {
        return new Bandwidth(vpcLink == null ? ofHosts() : Math.min(ofHosts(), vpcLink.bitsPerSecond()));
    }

    private double ofHosts() {
        double all = 0;
        for (int host = 0; host < hosts; host++) {
            all += hostLink == null ? demandOf(host) : Math.min(demandOf(host), hostLink.bitsPerSecond());
        }
        return all;
    }

    private int functionsOn(int host) {
        return functions / hosts + (host < functions % hosts ? 1 : 0);
    }

    private double demandOf(int host) {
        Bandwidth rate = link.rate();
        return rate == null ? Double.MAX_VALUE : functionsOn(host) * rate.bitsPerSecond();
    }
}
