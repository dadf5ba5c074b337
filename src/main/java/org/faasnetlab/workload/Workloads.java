package org.faasnetlab.workload;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.workload.capacity.CapacityType;
import org.faasnetlab.workload.imported.ImportedType;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.latency.LatencyType;
import org.faasnetlab.workload.s3.S3Type;
import org.faasnetlab.workload.udp.UdpType;

/** The known types of workloads, in display order. */
public record Workloads(List<WorkloadType> types) {
    private static final Workloads BUILT_IN = new Workloads(
            List.of(Iperf3Type.IPERF3, S3Type.S3, LatencyType.LATENCY, UdpType.UDP, CapacityType.CAPACITY));

    public Workloads {
        types = List.copyOf(types);
    }

    /** The built-in types, which can be planned and measured. */
    public static Workloads builtIn() {
        return BUILT_IN;
    }

    /** All types that a run can have: these and those that are only imported. */
    public Workloads withImported() {
        return new Workloads(
                Stream.concat(types.stream(), Stream.of(ImportedType.IMPORTED)).toList());
    }

    /**
     * Returns the type with an id.
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
