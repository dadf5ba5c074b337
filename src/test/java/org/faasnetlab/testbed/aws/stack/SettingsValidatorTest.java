package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsValidatorTest {

    @Test
    void defaultsAreValid() {
        assertThat(SettingsValidator.check(AwsTestbedSettings.defaults("lab", "eu-central-1a")))
                .isEmpty();
    }

    @Test
    void localZoneIsValid() {
        assertThat(SettingsValidator.check(AwsTestbedSettings.defaults("lab", "us-west-2-lax-1a")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "1lab", "lab-", "my--lab", "lab_1", "läb", "a-name-that-is-much-too-long"})
    void invalidNameIsFound(String name) {
        assertThat(wrong(AwsTestbedSettings.defaults(name, "eu-central-1a"))).containsExactly("name");
    }

    @Test
    void numbersOutOfRangeAreFound() {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "europe").toBuilder()
                .servers(9)
                .outsideServers(5)
                .portsPerServer(0)
                .serverType("large")
                .architecture(Architecture.ARM64)
                .network(
                        new AwsNetwork.NewSubnet("vpc-0123456789abcdef0", Cidr.parse("10.0.0.0/24"), "subnet-01234567"))
                .lease(Duration.ofMinutes(5))
                .runtime("java17")
                .memoryMb(64)
                .build();

        assertThat(wrong(settings))
                .containsExactly(
                        "servers",
                        "outsideServers",
                        "portsPerServer",
                        "serverType",
                        "zone",
                        "lease",
                        "runtime",
                        "memoryMb");
    }

    @Test
    void aSubnetOutsideItsVpcIsFound() {
        assertThat(wrong(
                        in(new AwsNetwork.NewVpc(block("10.0.0.0/22"), block("10.1.0.0/24"), block("10.0.1.0/24")), 0)))
                .containsExactly("subnet");
    }

    @Test
    void overlappingSubnetsAreFoundOnlyIfBothAreCreated() {
        AwsNetwork network = new AwsNetwork.NewVpc(block("10.0.0.0/22"), block("10.0.0.0/24"), block("10.0.0.0/25"));

        assertThat(wrong(in(network, 0))).isEmpty();
        assertThat(wrong(in(network, 1))).containsExactly("publicSubnet");
    }

    @Test
    void publicServersInAnExistingVpcNeedAPublicSubnet() {
        AwsNetwork network = new AwsNetwork.ExistingSubnet("vpc-01234567", "subnet-01234567", null, null);

        assertThat(wrong(in(network, 0))).isEmpty();
        assertThat(wrong(in(network, 1))).containsExactly("publicSubnetId");
    }

    @Test
    void idsOfOtherKindsAreFound() {
        AwsNetwork network = new AwsNetwork.ExistingSubnet("my-vpc", "vpc-01234567", "rtb-1", "subnet-XYZ");

        assertThat(wrong(in(network, 0)))
                .containsExactly("vpcId", "subnetId", "endpointRouteTableId", "publicSubnetId");
    }

    private static List<String> wrong(AwsTestbedSettings settings) {
        return SettingsValidator.check(settings).stream()
                .map(InvalidTestbedSettingException::setting)
                .toList();
    }

    private static AwsTestbedSettings in(AwsNetwork network, int outsideServers) {
        return AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder()
                .outsideServers(outsideServers)
                .serverType("c6in.large")
                .network(network)
                .lease(Duration.ofHours(1))
                .build();
    }

    private static Cidr block(String text) {
        return Cidr.parse(text);
    }

    @Test
    void zoneOfOtherRegionIsRejected() {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "us-east-1a");

        assertThatExceptionOfType(InvalidTestbedSettingException.class)
                .isThrownBy(() -> SettingsValidator.require(settings, "eu-central-1"))
                .withMessage("Zone us-east-1a is not in Region eu-central-1.");
    }
}
