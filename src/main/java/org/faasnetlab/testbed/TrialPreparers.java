package org.faasnetlab.testbed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadType;

/** The workloads that a testbed can prepare, each with how. Immutable. */
public final class TrialPreparers {
    /** A testbed cannot measure a workload at all. */
    public static final class UnsupportedWorkloadException extends LabException {
        private static final long serialVersionUID = 1L;

        UnsupportedWorkloadException(String workload, String supported) {
            super(Kind.BAD_INPUT, "This testbed cannot measure " + workload + ".", "Supported: " + supported + ".");
        }
    }

    /** Knows the class of the workloads of its preparer. */
    private record Registration<W extends Workload>(Class<W> workload, TrialPreparer<W> preparer) {
        PreparedTrial prepare(Cell cell) throws LabException, InterruptedException {
            return preparer.prepare(cell, workload.cast(cell.workload()));
        }
    }

    private final Map<WorkloadType, Registration<?>> registrations;

    private TrialPreparers(Map<WorkloadType, Registration<?>> registrations) {
        this.registrations = registrations;
    }

    /** For no workload yet. */
    public static TrialPreparers none() {
        return new TrialPreparers(Map.of());
    }

    /** These, and one more. */
    public <W extends Workload> TrialPreparers with(WorkloadType type, Class<W> workload, TrialPreparer<W> preparer) {
        Map<WorkloadType, Registration<?>> more = new LinkedHashMap<>(registrations);
        more.put(type, new Registration<>(workload, preparer));
        return new TrialPreparers(more);
    }

    /** @throws LabException if what the workload needs is not there */
    public void require(Workload workload) throws LabException, InterruptedException {
        of(workload).preparer().require();
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
