package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.verdict.SimulatedCapacity;
import org.faasnetlab.chart.data.ReferenceLine.Scope;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.LinkProfile;
import org.jspecify.annotations.Nullable;

/**
 * The upper bounds of a trial that its settings and evidence state: simulated links, the provider's limit of a function,
 * the servers' network, and the rate at which datagrams were sent. Of equal bounds only the first is listed.
 */
public final class KnownLimits {
    private final @Nullable Bandwidth functionCap;
    private final @Nullable Bandwidth serverLimit;

    private KnownLimits(@Nullable EvidenceRow evidence) {
        functionCap = evidence == null ? null : evidence.functionCap();
        serverLimit = evidence == null ? null : evidence.serverLimit();
    }

    /**
     * The bounds of a function first, then those of all functions together, which a single function does not have. In a
     * trial in both directions, the latter are bounds of a direction.
     *
     * @param evidence of the trial; null if there is none
     */
    public static List<ReferenceLine> of(Cell cell, @Nullable EvidenceRow evidence) {
        KnownLimits known = new KnownLimits(evidence);
        List<ReferenceLine> lines = new ArrayList<>(known.ofFunction(cell));
        if (cell.functions() == 1) {
            known.ofAll(cell, "").forEach(line -> addIfNew(lines, line.name(), Scope.FUNCTION, line.bandwidth()));
        } else if (cell.workload().direction() == Direction.BOTH) {
            // Half of the functions in each, so that those of one direction are those of the other.
            lines.addAll(known.ofAll(cell.forDirection(Direction.DOWNLOAD), ", each direction"));
        } else {
            lines.addAll(known.ofAll(cell, ""));
        }
        return List.copyOf(lines);
    }

    private List<ReferenceLine> ofFunction(Cell cell) {
        List<ReferenceLine> lines = new ArrayList<>();
        LinkProfile link = cell.network().link();
        boolean burst = link.burst().bytes() > 0;
        addIfNew(lines, burst ? "simulated link after its burst" : "simulated link", Scope.FUNCTION, link.rate());
        addIfNew(lines, "simulated link during its burst", Scope.FUNCTION, link.peak());
        addIfNew(lines, "limit of a function", Scope.FUNCTION, functionCap);
        addIfNew(lines, "rate of the plan", Scope.FUNCTION, cell.workload().offeredRate());
        return lines;
    }

    private List<ReferenceLine> ofAll(Cell cell, String suffix) {
        List<ReferenceLine> lines = new ArrayList<>();
        int functions = cell.functions();
        SimulatedCapacity simulated = SimulatedCapacity.of(cell);
        if (simulated.simulated()) {
            String name = simulated.isVpcLimited()
                    ? "simulated link of the VPC"
                    : simulated.isHostLimited() ? "simulated links of hosts" : "simulated links of functions";
            addIfNew(lines, name + suffix, Scope.ALL_FUNCTIONS, simulated.expected());
        }
        addIfNew(lines, "servers' network" + suffix, Scope.ALL_FUNCTIONS, serverLimit);
        addIfNew(lines, "limit of functions" + suffix, Scope.ALL_FUNCTIONS, times(functions, functionCap));
        addIfNew(
                lines,
                "rate of the plan" + suffix,
                Scope.ALL_FUNCTIONS,
                times(functions, cell.workload().offeredRate()));
        return lines;
    }

    private static @Nullable Bandwidth times(int functions, @Nullable Bandwidth rate) {
        return rate == null ? null : new Bandwidth(functions * rate.bitsPerSecond());
    }

    private static void addIfNew(List<ReferenceLine> lines, String name, Scope scope, @Nullable Bandwidth bandwidth) {
        if (bandwidth != null
                && lines.stream()
                        .noneMatch(line ->
                                line.scope() == scope && line.bandwidth().equals(bandwidth))) {
            lines.add(new ReferenceLine(name, scope, bandwidth));
        }
    }
}
