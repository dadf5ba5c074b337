package org.faasnetlab.testbed.local;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.TrialPreparers;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.capacity.CapacityType;
import org.faasnetlab.workload.capacity.CapacityWorkload;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.latency.LatencyType;
import org.faasnetlab.workload.latency.LatencyWorkload;
import org.faasnetlab.workload.s3.S3Type;
import org.faasnetlab.workload.s3.S3Workload;
import org.faasnetlab.workload.udp.UdpType;
import org.faasnetlab.workload.udp.UdpWorkload;

/** What can be measured on this computer, known before the servers for it exist. Immutable. */
final class LocalPreparers {
    private record Kind<W extends Workload>(
            WorkloadType type, Class<W> workload, BiFunction<LocalServers, LinkFactory, TrialPreparer<W>> preparer) {
        TrialPreparers addTo(TrialPreparers others, LocalServers servers, LinkFactory links) {
            return others.with(type, workload, preparer.apply(servers, links));
        }
    }

    /** Against iperf3 servers, whoever runs them. */
    static final LocalPreparers IPERF3 = new LocalPreparers(List.of(
            new Kind<>(Iperf3Type.IPERF3, Iperf3Workload.class, LocalIperf3Preparer::new),
            new Kind<>(UdpType.UDP, UdpWorkload.class, LocalUdpPreparer::new),
            new Kind<>(CapacityType.CAPACITY, CapacityWorkload.class, LocalUdpPreparer::new)));

    /** Against servers of this program, on loopback, over relays, and in a kernel network. */
    static final LocalPreparers OWN = IPERF3.plus(
                    new Kind<>(LatencyType.LATENCY, LatencyWorkload.class, LocalLatencyPreparer::new))
            .plus(new Kind<>(S3Type.S3, S3Workload.class, LocalS3Preparer::new));

    private final List<Kind<?>> kinds;

    private LocalPreparers(List<Kind<?>> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    private LocalPreparers plus(Kind<?> kind) {
        return new LocalPreparers(
                Stream.<Kind<?>>concat(kinds.stream(), Stream.of(kind)).toList());
    }

    Set<WorkloadType> types() {
        return kinds.stream().map(Kind::type).collect(Collectors.toUnmodifiableSet());
    }

    TrialPreparers create(LocalServers servers, LinkFactory links) {
        TrialPreparers all = TrialPreparers.none();
        for (Kind<?> kind : kinds) {
            all = kind.addTo(all, servers, links);
        }
        return all;
    }
}
