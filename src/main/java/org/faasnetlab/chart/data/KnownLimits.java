package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.verdict.SimulatedCapacity;
import org.faasnetlab.chart.data.ReferenceLine.Scope;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.testbed.TrialConditions;
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

    private KnownLimits(TrialConditions conditions) {
        functionCap = conditions.functionCap();
        serverLimit = conditions.serverLimit();
    }

    /**
     * The bounds of a function first, then those of all functions together, which a single function does not have. In a
     * trial in both directions, the latter are bounds of a direction.
     *
     * @param evidence of the trial; null if there is none
     */
    public static List<ReferenceLine> of(Cell cell, @Nullable EvidenceRow evidence) {
        return of(
                cell,
                evidence == null
                        ? TrialConditions.NONE
                        : new TrialConditions(evidence.serverLimit(), evidence.functionCap(), evidence.insideVpc()));
    }

    /** The same for a trial of which there is no evidence yet. */
    public static List<ReferenceLine> of(Cell cell, TrialConditions conditions) {
        KnownLimits known = new KnownLimits(conditions);
        List<ReferenceLine> lines = new ArrayList<>(known.ofFunction(cell));
        if (cell.functions() == 1) {
            known.ofAll(cell).forEach(line -> addIfNew(lines, line.name(), Scope.FUNCTION, line.bandwidth()));
        } else if (cell.workload().direction() == Direction.BOTH) {
            // Half of the functions in each, so that those of one direction are those of the other.
            known.ofAll(cell.forDirection(Direction.DOWNLOAD))
                    .forEach(line -> lines.add(new ReferenceLine(
                            Phrase.of("{0}, each direction", line.name()), line.scope(), line.bandwidth())));
        } else {
            lines.addAll(known.ofAll(cell));
        }
        return List.copyOf(lines);
    }

    private List<ReferenceLine> ofFunction(Cell cell) {
        List<ReferenceLine> lines = new ArrayList<>();
        LinkProfile link = cell.network().link();
        boolean burst = link.burst().bytes() > 0;
        addIfNew(
                lines,
                Phrase.of(burst ? "simulated link after its burst" : "simulated link"),
                Scope.FUNCTION,
                link.rate());
        addIfNew(lines, Phrase.of("simulated link during its burst"), Scope.FUNCTION, link.peak());
        addIfNew(lines, Phrase.of("limit of a function"), Scope.FUNCTION, functionCap);
        addIfNew(
                lines,
                Phrase.of("rate of the plan"),
                Scope.FUNCTION,
                cell.workload().offeredRate());
        return lines;
    }

    private List<ReferenceLine> ofAll(Cell cell) {
        List<ReferenceLine> lines = new ArrayList<>();
        int functions = cell.functions();
        SimulatedCapacity simulated = SimulatedCapacity.of(cell);
        if (simulated.simulated()) {
            Phrase name = Phrase.of(
                    simulated.isVpcLimited()
                            ? "simulated link of the VPC"
                            : simulated.isHostLimited() ? "simulated links of hosts" : "simulated links of functions");
            addIfNew(lines, name, Scope.ALL_FUNCTIONS, simulated.expected());
        }
        addIfNew(lines, Phrase.of("servers' network"), Scope.ALL_FUNCTIONS, serverLimit);
        addIfNew(lines, Phrase.of("limit of functions"), Scope.ALL_FUNCTIONS, times(functions, functionCap));
        addIfNew(
                lines,
                Phrase.of("rate of the plan"),
                Scope.ALL_FUNCTIONS,
                times(functions, cell.workload().offeredRate()));
        return lines;
    }

    private static @Nullable Bandwidth times(int functions, @Nullable Bandwidth rate) {
        return rate == null ? null : new Bandwidth(functions * rate.bitsPerSecond());
    }

    private static void addIfNew(List<ReferenceLine> lines, Phrase name, Scope scope, @Nullable Bandwidth bandwidth) {
        if (bandwidth != null
                && lines.stream()
                        .noneMatch(line ->
                                line.scope() == scope && line.bandwidth().equals(bandwidth))) {
            lines.add(new ReferenceLine(name, scope, bandwidth));
        }
    }
}
