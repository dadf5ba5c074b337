package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** Reads a testbed's settings back from its stack's parameters; the inverse of {@link StackParameters}. */
final class StackSettingsReader {

    private final String name;
    private final Map<String, String> values = new TreeMap<>();

    private StackSettingsReader(String name, List<Parameter> parameters) {
        this.name = name;
        parameters.forEach(each -> values.put(each.parameterKey(), each.parameterValue()));
    }

    /** The settings; empty if the parameters are not those of this version's template. */
    static Optional<AwsTestbedSettings> read(String name, List<Parameter> parameters) {
        try {
            return Optional.of(new StackSettingsReader(name, parameters).settings());
        } catch (IllegalArgumentException ofAnotherTemplate) {
            return Optional.empty();
        }
    }

    private AwsTestbedSettings settings() {
        return new AwsTestbedSettings(
                name,
                number("ServerCount"),
                number("OutsideServerCount"),
                number("LastPort") - number("FirstPort") + 1,
                text("ServerType"),
                architecture(),
                text("AvailabilityZone"),
                network(),
                Duration.ofMinutes(number("LeaseMinutes")),
                text("FunctionRuntime"),
                number("FunctionMemory"),
                textOrNull("PermissionsBoundary"));
    }

    private AwsNetwork network() {
        String vpcId = textOrNull("ExistingVpcId");
        String subnetId = textOrNull("ExistingSubnetId");
        String publicSubnetId = textOrNull("ExistingPublicSubnetId");
        if (vpcId == null) {
            return new AwsNetwork.NewVpc(
                    Cidr.parse(text("VpcCidr")), Cidr.parse(text("SubnetCidr")), Cidr.parse(text("PublicSubnetCidr")));
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
