package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class TestbedStackTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Tag TAG =
            Tag.builder().key(AwsTestbedSettings.TAG).value("faasnetlab-lab").build();

    @ParameterizedTest
    @MethodSource("networks")
    void settingsAreReadBackFromParameters(AwsNetwork network) {
        AwsTestbedSettings settings = settings(network);

        TestbedStack stack = testbed("CREATE_COMPLETE", parameters(settings), List.of());

        assertThat(stack.name()).isEqualTo("lab");
        assertThat(stack.settings()).contains(settings);
        assertThat(stack.leaseEnd()).contains(NOON.plus(Duration.ofMinutes(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW_IN_PROGRESS, false, CREATING",
        "CREATE_IN_PROGRESS, false, CREATING",
        "CREATE_COMPLETE, false, FUNCTIONS_MISSING",
        "UPDATE_IN_PROGRESS, true, ADDING_FUNCTIONS",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, true, ADDING_FUNCTIONS",
        "UPDATE_ROLLBACK_IN_PROGRESS, true, ADDING_FUNCTIONS",
        "UPDATE_COMPLETE, true, READY",
        "UPDATE_ROLLBACK_COMPLETE, false, FUNCTIONS_MISSING",
        "UPDATE_ROLLBACK_COMPLETE, true, READY",
        "UPDATE_ROLLBACK_FAILED, false, FAILED",
        "CREATE_FAILED, false, FAILED",
        "ROLLBACK_IN_PROGRESS, false, FAILED",
        "ROLLBACK_COMPLETE, false, FAILED",
        "DELETE_IN_PROGRESS, true, DELETING",
        "DELETE_FAILED, true, DELETE_FAILED",
        "A_STATUS_OF_TOMORROW, true, FAILED"
    })
    void theStacksStatusSaysHowFarATestbedIs(String status, String withFunctions, TestbedState state) {
        assertThat(testbed(status, List.of(parameter("WithFunctions", withFunctions)), List.of())
                        .state())
                .isEqualTo(state);
    }

    @Test
    void descriptionIsReadFromOutputs() {
        AwsTestbedSettings settings = settings(AwsNetwork.NewVpc.DEFAULT);
        Stream<Parameter> others = parameters(settings).stream()
                .filter(each -> !each.parameterKey().equals("WithFunctions"));
        List<Parameter> withFunctions = Stream.concat(others, Stream.of(parameter("WithFunctions", "true")))
                .toList();

        assertThat(testbed("UPDATE_COMPLETE", withFunctions, outputs()).description())
                .contains(new AwsTestbedDescription(
                        settings,
                        "eu-central-1",
                        NOON,
                        NOON.plus(Duration.ofMinutes(90)),
                        List.of("10.83.0.5", "10.83.0.6"),
                        List.of("3.4.5.6"),
                        Map.of("10.83.0.5", "iperf 3.12", "10.83.0.6", "iperf 3.12"),
                        Map.of("3.4.5.6", "MIIB"),
                        Map.of(
                                "10.83.0.5",
                                        new TreeMap<>(
                                                Map.of("os.version", "6.1.115", "tcp.rmem", "4096 131072 6291456")),
                                "10.83.0.6", new TreeMap<>(),
                                "3.4.5.6", new TreeMap<>(Map.of("tcp.congestion", "cubic"))),
                        "bucket",
                        "iperf3-arm64.zip",
                        "subnet-1",
                        "inside",
                        "outside"));
        assertThat(testbed("CREATE_COMPLETE", parameters(settings), outputs()).description())
                .isEmpty();
    }

    @Test
    void aStackWithoutTheTagIsNoTestbed() {
        assertThat(TestbedStack.of(Stack.builder().stackName("faasnetlab-lab").build(), "eu-central-1"))
                .isEmpty();
    }

    @Test
    void aTestbedOfAnotherTemplateIsStillListed() {
        TestbedStack stack = testbed("UPDATE_COMPLETE", List.of(parameter("Servers", "some")), List.of());

        assertThat(stack.settings()).isEmpty();
        assertThat(stack.leaseEnd()).isEmpty();
        assertThat(stack.description()).isEmpty();
    }

    static Stream<AwsNetwork> networks() {
        Cidr block = Cidr.parse("10.8.5.0/24");
        return Stream.of(
                AwsNetwork.NewVpc.DEFAULT,
                new AwsNetwork.NewSubnet("vpc-01234567", block, null),
                new AwsNetwork.NewSubnet("vpc-01234567", block, "subnet-01234567"),
                new AwsNetwork.ExistingSubnet("vpc-01234567", "subnet-01234567", "rtb-01234567", "subnet-76543210"),
                new AwsNetwork.ExistingSubnet("vpc-01234567", "subnet-01234567", null, null));
    }

    private static AwsTestbedSettings settings(AwsNetwork network) {
        return AwsTestbedSettings.defaults("lab", "eu-central-1b").toBuilder()
                .servers(2)
                .outsideServers(1)
                .portsPerServer(50)
                .serverType("c7gn.large")
                .network(network)
                .lease(Duration.ofMinutes(90))
                .runtime("java25")
                .memoryMb(3008)
                .permissionsBoundary("arn:aws:iam::123456789012:policy/bounds")
                .build();
    }

    private static List<Parameter> parameters(AwsTestbedSettings settings) {
        return StackParameters.toCreate(
                settings,
                "ami-0123456789abcdef0",
                List.of(),
                PublicServerPassword.random(new SecureRandom()),
                TestProbeKey.VALUE);
    }

    private static List<Output> outputs() {
        return Map.of(
                        "Server1Address", "10.83.0.5",
                        "Server2Address", "10.83.0.6",
                        "OutsideServer1Address", "3.4.5.6",
                        "ServerFacts",
                                "{\"10.83.0.5\":\"iperf 3.12|os.version=6.1.115|tcp.rmem=4096 131072 6291456\","
                                        + "\"10.83.0.6\":\"iperf 3.12\"}",
                        "OutsideServerFacts", "{\"3.4.5.6\":\"MIIB|tcp.congestion=cubic\"}",
                        "Bucket", "bucket",
                        "Iperf3Key", "iperf3-arm64.zip",
                        "SubnetId", "subnet-1",
                        "InsideFunction", "inside",
                        "OutsideFunction", "outside")
                .entrySet()
                .stream()
                .map(each -> Output.builder()
                        .outputKey(each.getKey())
                        .outputValue(each.getValue())
                        .build())
                .toList();
    }

    private static TestbedStack testbed(String status, List<Parameter> parameters, List<Output> outputs) {
        Stack stack = Stack.builder()
                .stackName("faasnetlab-lab")
                .stackId("arn:aws:cloudformation:eu-central-1:123456789012:stack/faasnetlab-lab/1")
                .stackStatus(status)
                .creationTime(NOON)
                .parameters(parameters)
                .outputs(outputs)
                .tags(TAG)
                .build();
        return TestbedStack.of(stack, "eu-central-1").orElseThrow();
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }
}
