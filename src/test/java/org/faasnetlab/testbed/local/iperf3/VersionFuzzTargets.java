package org.faasnetlab.testbed.local.iperf3;

import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** What the user's iperf3 prints as its version, and port ranges. */
public final class VersionFuzzTargets {
    private VersionFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.ofText(
                                "version of iperf3",
                                List.of("iperf 3.12 (cJSON 1.7.15)\nLinux vm 6.1\n", "iperf 3.1.3\n"),
                                Set.of(),
                                Iperf3Version::read)
                        .covers(LocalIperf3.class),
                FuzzTarget.ofText(
                        "port ranges", List.of("5201-5300"), Set.of(IllegalArgumentException.class), PortRange::parse));
    }
}
