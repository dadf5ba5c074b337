package org.faasnetlab.cli.aws;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerTypes;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the settings of a testbed; all have defaults. */
final class AwsSettingsOptions {
    private static final String USUAL_NAME = "lab";

    /** The memory size at which a function has one full vCPU. */
    private static final int USUAL_MEMORY_MB = 1769;

    /** As many as an experiment can have. */
    private static final int MAX_FUNCTIONS = 10_000;

    @Option(
            names = "--testbed",
            paramLabel = "NAME",
            defaultValue = USUAL_NAME,
            description = "Testbed name (default: ${DEFAULT-VALUE})")
    private String name = USUAL_NAME;

    @Option(
            names = "--servers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of iperf3 servers inside the VPC, 1 to 8 (default: ${DEFAULT-VALUE})")
    private int servers;

    @Option(
            names = "--outside-servers",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of public iperf3 servers for a function outside the VPC, 0 to 4 "
                    + "(default: ${DEFAULT-VALUE})")
    private int outsideServers;

    @Option(
            names = "--ports-per-server",
            paramLabel = "N",
            defaultValue = "100",
            description = "Number of concurrent functions per server, 1 to 1000 (default: ${DEFAULT-VALUE})")
    private int portsPerServer;

    @Option(
            names = "--server-type",
            paramLabel = "TYPE",
            description = "EC2 instance type of the servers (default: c6in.xlarge, or c7gn.xlarge for arm64)")
    private @Nullable String serverType;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            description = "Architecture of servers and functions: x86_64 or arm64 (default: that of --server-type)")
    private @Nullable String architecture;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Availability Zone of servers and functions "
                    + "(default: the first zone of the Region that offers the instance type)")
    private @Nullable String zone;

    @Option(
            names = "--lease",
            paramLabel = "TIME",
            defaultValue = "2h",
            description = "Time after which the servers terminate themselves, 15min to 24h (default: ${DEFAULT-VALUE})")
    private String lease = "2h";

    @Option(
            names = "--runtime",
            paramLabel = "NAME",
            defaultValue = "java21",
            description = "Lambda runtime: java21 or java25 (default: ${DEFAULT-VALUE})")
    private String runtime = "java21";

    @Option(
            names = "--memory",
            paramLabel = "MB",
            split = ",",
            description = "Memory size of the functions in MB, 128 to 10240, or several separated by commas, such as "
                    + "1769,512 (default: 1769)")
    private List<Integer> memory = List.of();

    @Option(
            names = "--functions",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "Number of concurrent functions to measure with, 1 to 10000: for the checks and the cost of a run "
                            + "(default: ${DEFAULT-VALUE})")
    private int functions;

    @Mixin
    private AwsAccountRuleOptions rules = new AwsAccountRuleOptions();

    @Mixin
    private AwsNetworkOptions network = new AwsNetworkOptions();

    String name() {
        return name;
    }

    /**
     * Memory sizes in MB to publish versions for.
     *
     * @param settings contain the size if no option does
     */
    List<Integer> memorySizes(AwsTestbedSettings settings) {
        return memory.isEmpty() ? List.of(settings.memoryMb()) : List.copyOf(memory);
    }

    /** Whether an option names the zone; otherwise it is chosen among those that offer the instance type. */
    boolean hasZone() {
        return zone != null;
    }

    /**
     * Number of concurrent functions for which checks are made and the cost is shown.
     *
     * @throws LabException if it is out of range
     */
    int functions() throws LabException {
        if (functions < 1 || functions > MAX_FUNCTIONS) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Invalid value --functions=" + functions + ": expected 1 to " + MAX_FUNCTIONS + ".",
                    "Specify how many functions a run shall have.");
        }
        return functions;
    }

    /** @throws LabException if an option cannot be parsed */
    AwsTestbedSettings settings(String region) throws LabException {
        Architecture chosen = chosenArchitecture();
        Duration time = LeaseParser.parse("--lease", lease, "15min to 24h");
        AwsTestbedSettings defaults = AwsTestbedSettings.defaults(name, zone == null ? region + "a" : zone);
        return rules.addTo(defaults.toBuilder())
                .servers(servers)
                .outsideServers(outsideServers)
                .portsPerServer(portsPerServer)
                .serverType(serverType == null ? ServerTypes.defaultFor(chosen) : serverType)
                .architecture(chosen)
                .network(network.network())
                .lease(time)
                .runtime(runtime)
                .memoryMb(memory.isEmpty() ? USUAL_MEMORY_MB : memory.get(0))
                .build();
    }

    /**
     * The settings with, unless an option has one, a zone that offers the instance type: that of an existing testbed with
     * this name, or else the first one.
     *
     * @throws LabException if an option cannot be parsed
     */
    AwsTestbedSettings settings(AwsTestbeds testbeds) throws LabException {
        AwsTestbedSettings settings = settings(testbeds.region());
        if (zone != null) {
            return settings;
        }
        try {
            Optional<String> existing =
                    testbeds.find(name).flatMap(TestbedStack::settings).map(AwsTestbedSettings::zone);
            if (existing.isPresent()) {
                return settings.toBuilder().zone(existing.get()).build();
            }
            List<String> zones = testbeds.zonesOffering(settings.serverType());
            return zones.isEmpty() || zones.contains(settings.zone())
                    ? settings
                    : settings.toBuilder().zone(zones.get(0)).build();
        } catch (AwsAccessException e) {
            return settings; // the checks report what is not known
        }
    }

    private Architecture chosenArchitecture() throws LabException {
        if (architecture == null) {
            return serverType == null ? Architecture.X86_64 : ServerTypes.architectureOf(serverType);
        }
        return Architecture.find(architecture.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Invalid value --architecture=" + architecture + ".",
                        "Specify "
                                + Arrays.stream(Architecture.values())
                                        .map(Architecture::id)
                                        .collect(Collectors.joining(" or "))
                                + "."));
    }
}
