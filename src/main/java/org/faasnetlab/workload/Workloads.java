package org.faasnetlab.workload;

import java.util.List;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.s3.S3Type;

/** The types of workloads that a program knows, in the order in which they are listed. */
public record Workloads(List<WorkloadType> types) {
    private static final Workloads BUILT_IN = new Workloads(List.of(Iperf3Type.IPERF3, S3Type.S3));

    public Workloads {
        types = List.copyOf(types);
    }

    /** The types of this program. */
    public static Workloads builtIn() {
        return BUILT_IN;
    }

    /**
     * The type with an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public WorkloadType of(String id) {
        return types.stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is not a transfer"));
    }
}
