package org.faasnetlab.testbed.local;

import java.nio.file.Path;
import java.time.Duration;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * The user's settings for the testbed on this computer.
 *
 * @param iperf3 the iperf3 program: a program name on the PATH, or a file path
 * @param iperf3Ports ports for the iperf3 servers, or null for any free ports
 * @param maxFunctions maximum number of concurrent functions, like the concurrency limit of an AWS account; 1 to 1,000
 * @param functionTimeout time after which the service terminates a function, 1 s to 15 min
 * @param workDirectory directory for unpacked functions, S3 data and process logs; created if missing
 * @param server iperf3 servers of the user to measure against, or null for servers on this computer
 */
public record LocalTestbedSettings(
        String iperf3,
        @Nullable PortRange iperf3Ports,
        int maxFunctions,
        Duration functionTimeout,
        Path workDirectory,
        @Nullable ServerAddress server) {

    /** Settings with servers on this computer. */
    public LocalTestbedSettings(
            String iperf3,
            @Nullable PortRange iperf3Ports,
            int maxFunctions,
            Duration functionTimeout,
            Path workDirectory) {
        this(iperf3, iperf3Ports, maxFunctions, functionTimeout, workDirectory, null);
    }

    /** Defaults: any free ports, as many functions as fit into memory, 15 minutes, iperf3 from the PATH. */
    public static LocalTestbedSettings defaults(Path workDirectory) {
        return new LocalTestbedSettings(
                "iperf3", null, LocalLimits.functionsThatFit(), Duration.ofMinutes(15), workDirectory);
    }
}
