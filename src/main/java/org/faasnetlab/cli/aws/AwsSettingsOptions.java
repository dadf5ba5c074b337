package org.faasnetlab.cli.aws;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.faasnetlab.cli.common.InputException;
import org.faasnetlab.testbed.aws.stack.Architecture;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what testbed is wanted; each has a value that works. */
final class AwsSettingsOptions {
    private static final String USUAL_NAME = "lab";

    /** A whole processor. */
    private static final int USUAL_MEMORY_MB = 1769;

    @Option(
            names = "--testbed",
            paramLabel = "NAME",
            defaultValue = USUAL_NAME,
            description = "Name of the testbed; '${DEFAULT-VALUE}' if not given.")
    private String name = USUAL_NAME;

    @Option(
            names = "--servers",
            paramLabel = "N",
            defaultValue = "1",
            description = "iperf3 servers inside the VPC, 1 to 8; ${DEFAULT-VALUE} if not given.")
    private int servers;

    @Option(
            names = "--outside-servers",
            paramLabel = "N",
            defaultValue = "0",
            description = "iperf3 servers with public addresses, for a function outside the VPC, 0 to 4; "
                    + "${DEFAULT-VALUE} if not given.")
    private int outsideServers;

    @Option(
            names = "--ports-per-server",
            paramLabel = "N",
            defaultValue = "100",
            description = "Functions that each server serves at once, 1 to 1000; ${DEFAULT-VALUE} if not given.")
    private int portsPerServer;

    @Option(
            names = "--server-type",
            paramLabel = "TYPE",
            description = "EC2 instance type; c6in.xlarge if not given, or c7gn.xlarge for arm64.")
    private @Nullable String serverType;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            description = "Processor of servers and functions, x86_64 or arm64; that of --server-type if not given.")
    private @Nullable String architecture;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Availability Zone of servers and functions; the Region's zone a if not given.")
    private @Nullable String zone;

    @Option(
            names = "--lease",
            paramLabel = "TIME",
            defaultValue = "2h",
            description = "The servers end themselves after this time, 15min to 24h; ${DEFAULT-VALUE} if not given.")
    private String lease = "2h";

    @Option(
            names = "--runtime",
            paramLabel = "NAME",
            defaultValue = "java21",
            description = "Lambda runtime of the functions, java21 or java25; ${DEFAULT-VALUE} if not given.")
    private String runtime = "java21";

    @Option(
            names = "--memory",
            paramLabel = "MB",
            split = ",",
            description = "Memory of the functions, 128 to 10240; 1769 if not given. With several, such as "
                    + "1769,512, all of them are made ready.")
    private List<Integer> memory = List.of();

    @Option(
            names = "--permissions-boundary",
            paramLabel = "ARN",
            description = "IAM policy that bounds the roles of servers and functions, where your account demands one.")
    private @Nullable String permissionsBoundary;

    @Mixin
    private AwsNetworkOptions network = new AwsNetworkOptions();

    String name() {
        return name;
    }

    /**
     * Memory sizes in MB that are to be made ready.
     *
     * @param settings say the size if no option does
     */
    List<Integer> memorySizes(AwsTestbedSettings settings) {
        return memory.isEmpty() ? List.of(settings.memoryMb()) : List.copyOf(memory);
    }

    /** @throws InputException if an option cannot be read */
    AwsTestbedSettings settings(String region) throws InputException {
        Architecture processor = processor();
        Duration time = LeaseParser.parse(lease);
        return new AwsTestbedSettings(
                name,
                servers,
                outsideServers,
                portsPerServer,
                serverType == null ? processor.usualServerType() : serverType,
                processor,
                zone == null ? region + "a" : zone,
                network.network(),
                time,
                runtime,
                memory.isEmpty() ? USUAL_MEMORY_MB : memory.get(0),
                permissionsBoundary);
    }

    private Architecture processor() throws InputException {
        if (architecture == null) {
            return serverType == null ? Architecture.X86_64 : Architecture.ofServerType(serverType);
        }
        String wanted = architecture.toLowerCase(Locale.ROOT);
        return Arrays.stream(Architecture.values())
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "--architecture " + architecture + " is not a processor of Lambda.",
                        "Choose "
                                + Arrays.stream(Architecture.values())
                                        .map(Architecture::id)
                                        .collect(Collectors.joining(" or "))
                                + "."));
    }
}
