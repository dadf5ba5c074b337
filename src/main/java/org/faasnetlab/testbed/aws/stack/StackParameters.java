package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** Converts a testbed's settings to the template's parameters. */
public final class StackParameters {

    private static final Set<String> OF_FUNCTIONS = Set.of("WithFunctions", "FunctionCodeKey");

    private StackParameters() {}

    /**
     * Parameters to create the stack: network, servers and bucket, no functions yet.
     *
     * @param imageId image of Amazon Linux 2023 for the architecture
     * @param dnsServers addresses of the VPC's own DNS servers, at most four; empty for the DNS of AWS
     * @param password required if there are servers with public addresses, otherwise null
     * @param probeKey authenticates latency probes, as hexadecimal text
     */
    public static List<Parameter> toCreate(
            AwsTestbedSettings settings,
            String imageId,
            List<String> dnsServers,
            @Nullable PublicServerPassword password,
            String probeKey) {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("ServerCount", Integer.toString(settings.servers()));
        values.put("OutsideServerCount", Integer.toString(settings.outsideServers()));
        values.put("ServerType", settings.serverType());
        values.put("Architecture", settings.architecture().id());
        values.put("ImageId", imageId);
        values.put("AvailabilityZone", settings.zone());
        values.put("LeaseMinutes", Long.toString(settings.lease().toMinutes()));
        values.put("FirstPort", Integer.toString(AwsTestbedSettings.FIRST_PORT));
        values.put("LastPort", Integer.toString(settings.lastPort()));
        values.put("EchoPort", Integer.toString(AwsTestbedSettings.ECHO_PORT));
        values.put("ProbeKey", probeKey);
        values.putAll(network(settings.network()));
        for (int server = 0; server < VpcDns.MAX_SERVERS; server++) {
            values.put("DnsServer" + (server + 1), server < dnsServers.size() ? dnsServers.get(server) : "");
        }
        if (settings.outsideServers() > 0 && password == null) {
            throw new IllegalArgumentException("public servers require a password");
        }
        values.put("OutsidePassword", password == null ? "" : password.text());
        values.put("OutsidePasswordHash", password == null ? "" : password.hash());
        values.put("PermissionsBoundary", Objects.requireNonNullElse(settings.permissionsBoundary(), ""));
        values.put("WithFunctions", "false");
        values.put("FunctionCodeKey", "none");
        values.put("FunctionRuntime", settings.runtime());
        values.put("FunctionMemory", Integer.toString(settings.memoryMb()));
        return values.entrySet().stream()
                .map(each -> value(each.getKey(), each.getValue()))
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * Parameters to add the functions to a stack, or to give them new code. All others keep their values, so that this
     * works on a computer that did not create the stack.
     *
     * @param existing the stack's parameters as DescribeStacks returns them
     * @param codeKey key of the functions' code in the stack's bucket
     */
    public static List<Parameter> toAddFunctions(List<Parameter> existing, String codeKey) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter each : existing) {
            if (!OF_FUNCTIONS.contains(each.parameterKey())) {
                parameters.add(Parameter.builder()
                        .parameterKey(each.parameterKey())
                        .usePreviousValue(true)
                        .build());
            }
        }
        parameters.add(value("WithFunctions", "true"));
        parameters.add(value("FunctionCodeKey", codeKey));
        return List.copyOf(parameters);
    }

    private static Map<String, String> network(AwsNetwork network) {
        AwsNetwork.NewVpc unused = AwsNetwork.NewVpc.DEFAULT;
        return network.map(
                own -> network("", "", "", "", own),
                own -> network(
                        own.vpcId(),
                        "",
                        "",
                        Objects.requireNonNullElse(own.publicSubnetId(), ""),
                        new AwsNetwork.NewVpc(unused.vpc(), own.subnet(), unused.publicSubnet())),
                existing -> network(
                        existing.vpcId(),
                        existing.subnetId(),
                        Objects.requireNonNullElse(existing.endpointRouteTableId(), ""),
                        Objects.requireNonNullElse(existing.publicSubnetId(), ""),
                        unused));
    }

    private static Map<String, String> network(
            String vpcId, String subnetId, String routeTableId, String publicSubnetId, AwsNetwork.NewVpc blocks) {
        return Map.of(
                "ExistingVpcId", vpcId,
                "ExistingSubnetId", subnetId,
                "ExistingRouteTableId", routeTableId,
                "ExistingPublicSubnetId", publicSubnetId,
                "VpcCidr", blocks.vpc().toString(),
                "SubnetCidr", blocks.subnet().toString(),
                "PublicSubnetCidr", blocks.publicSubnet().toString());
    }

    private static Parameter value(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    /**
     * Reads the settings back from a stack's parameters; the inverse of {@link #toCreate}.
     *
     * @param tags the user's own tags of the stack
     * @return empty if the parameters are not those of this version's template
     */
    static Optional<AwsTestbedSettings> settings(
            String name, List<Parameter> parameters, SortedMap<String, String> tags) {
        try {
            return Optional.of(new Reader(name, parameters).settings(tags));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // of another template
        }
    }

    private static final class Reader {

        private final String name;
        private final Map<String, String> values = new TreeMap<>();

        Reader(String name, List<Parameter> parameters) {
            this.name = name;
            parameters.forEach(each -> values.put(each.parameterKey(), each.parameterValue()));
        }

        AwsTestbedSettings settings(SortedMap<String, String> tags) {
            return AwsTestbedSettings.defaults(name, text("AvailabilityZone")).toBuilder()
                    .servers(number("ServerCount"))
                    .outsideServers(number("OutsideServerCount"))
                    .portsPerServer(number("LastPort") - number("FirstPort") + 1)
                    .serverType(text("ServerType"))
                    .architecture(architecture())
                    .network(network())
                    .lease(Duration.ofMinutes(number("LeaseMinutes")))
                    .runtime(text("FunctionRuntime"))
                    .memoryMb(number("FunctionMemory"))
                    .permissionsBoundary(textOrNull("PermissionsBoundary"))
                    .tags(tags)
                    .build();
        }

        private AwsNetwork network() {
            String vpcId = textOrNull("ExistingVpcId");
            String subnetId = textOrNull("ExistingSubnetId");
            String publicSubnetId = textOrNull("ExistingPublicSubnetId");
            if (vpcId == null) {
                return new AwsNetwork.NewVpc(
                        Cidr.parse(text("VpcCidr")),
                        Cidr.parse(text("SubnetCidr")),
                        Cidr.parse(text("PublicSubnetCidr")));
            }
            if (subnetId == null) {
                return new AwsNetwork.NewSubnet(vpcId, Cidr.parse(text("SubnetCidr")), publicSubnetId);
            }
            return new AwsNetwork.ExistingSubnet(vpcId, subnetId, textOrNull("ExistingRouteTableId"), publicSubnetId);
        }

        private Architecture architecture() {
            String id = text("Architecture");
            return Architecture.find(id).orElseThrow(() -> new IllegalArgumentException("unknown architecture " + id));
        }

        private int number(String key) {
            return Integer.parseInt(text(key));
        }

        private String text(String key) {
            String value = textOrNull(key);
            if (value == null) {
                throw new IllegalArgumentException("no parameter " + key);
            }
            return value;
        }

        private @Nullable String textOrNull(String key) {
            String value = values.get(key);
            return value == null || value.isEmpty() ? null : value;
        }
    }
}
