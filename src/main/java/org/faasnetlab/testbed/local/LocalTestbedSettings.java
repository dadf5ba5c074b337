package org.faasnetlab.testbed.local;

import java.nio.file.Path;
import java.time.Duration;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.jspecify.annotations.Nullable;

/**
 * The user's choices for the testbed on this computer; each has a default that works.
 *
 * @param iperf3 the iperf3 program: a name to be found on the path, or a path
 * @param iperf3Ports ports for the iperf3 servers, or null for any that are free
 * @param maxFunctions functions that may run at once, as an account's concurrency limit; 1 to 1,000
 * @param functionTimeout the service ends a function after this time, 1 s to 15 min
 * @param workDirectory where the run's files go: unpacked function, S3 data, process logs; made if missing
 */
public record LocalTestbedSettings(
        String iperf3,
        @Nullable PortRange iperf3Ports,
        int maxFunctions,
        Duration functionTimeout,
        Path workDirectory) {

    /** Any free ports, as many functions as fit into memory, 15 minutes, iperf3 from the path. */
    public static LocalTestbedSettings defaults(Path workDirectory) {
        return new LocalTestbedSettings(
                "iperf3", null, FunctionCapacity.ofThisComputer(), Duration.ofMinutes(15), workDirectory);
    }
}
