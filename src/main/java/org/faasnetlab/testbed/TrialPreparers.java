package org.faasnetlab.testbed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadType;

/** The preparers of a testbed by workload. Immutable. */
public final class TrialPreparers {
    /** A testbed does not support a workload. */
    public static final class UnsupportedWorkloadException extends LabException {
        private static final long serialVersionUID = 1L;

        UnsupportedWorkloadException(String workload, String supported) {
            super(
                    Kind.BAD_INPUT,
                    Phrase.of("This testbed cannot measure {0}.", workload),
                    Phrase.of("Supported: {0}.", supported));
        }
    }

    /** A preparer with the class of its workloads. */
    private record Registration<W extends Workload>(Class<W> workload, TrialPreparer<W> preparer) {
        PreparedTrial prepare(Cell cell) throws LabException, InterruptedException {
            return preparer.prepare(cell, workload.cast(cell.workload()));
        }
    }

    private final Map<WorkloadType, Registration<?>> registrations;

    private TrialPreparers(Map<WorkloadType, Registration<?>> registrations) {
        this.registrations = registrations;
    }

    /** Without preparers. */
    public static TrialPreparers none() {
        return new TrialPreparers(Map.of());
    }

    /** A copy with an additional preparer. */
    public <W extends Workload> TrialPreparers with(WorkloadType type, Class<W> workload, TrialPreparer<W> preparer) {
        Map<WorkloadType, Registration<?>> more = new LinkedHashMap<>(registrations);
        more.put(type, new Registration<>(workload, preparer));
        return new TrialPreparers(more);
    }

    /**
     * Checks, before a run starts, that a workload can be measured.
     *
     * @throws LabException if the prerequisites of the workload are not met
     */
    public void require(Workload workload) throws LabException, InterruptedException {
        of(workload).preparer().require();
    }

    /** As {@link TrialPreparer#requireNetwork}. */
    public void requireNetwork(Cell cell) throws LabException {
        of(cell.workload()).preparer().requireNetwork(cell.network());
    }

    /** As {@link TrialPreparer#prepare}. */
    public PreparedTrial prepare(Cell cell) throws LabException, InterruptedException {
        return of(cell.workload()).prepare(cell);
    }

    private Registration<?> of(Workload workload) throws UnsupportedWorkloadException {
        Registration<?> registration = registrations.get(workload.type());
        if (registration == null) {
            throw new UnsupportedWorkloadException(
                    workload.type().id(),
                    registrations.keySet().stream().map(WorkloadType::id).collect(Collectors.joining(", ")));
        }
        return registration;
    }
}
