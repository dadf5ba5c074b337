package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.aws.StubAws;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.faasnetlab.testing.aws.preflight.RoomyAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class TestbedDoctorTest {
    private static final String BETWEEN_GROUPS =
            "<item><ipProtocol>%s</ipProtocol><fromPort>%d</fromPort><toPort>%d</toPort><groups><item><groupId>%s"
                    + "</groupId></item></groups></item>";

    private static final String TO_ANYWHERE =
            "<item><ipProtocol>%s</ipProtocol><fromPort>%d</fromPort><toPort>%d</toPort><ipRanges><item><cidrIp>0.0.0.0/0"
                    + "</cidrIp></item></ipRanges></item>";
    private static final String HTTPS = TO_ANYWHERE.formatted("tcp", 443, 443);
    private static final String GROUP =
            "<item><groupId>%s</groupId><ipPermissions>%s</ipPermissions><ipPermissionsEgress>%s"
                    + "</ipPermissionsEgress><tagSet><item><key>aws:cloudformation:logical-id</key><value>%s</value></item></tagSet>"
                    + "</item>";

    private int publicServers;
    private static final Instant CREATED = Instant.parse("2026-11-30T12:00:00Z");
    private static final String FUNCTION = "GET /2015-03-31/functions/faasnetlab-lab-inside/configuration";

    private final ManualClock clock = new ManualClock(CREATED.plus(Duration.ofMinutes(30)));
    private StubAws aws;
    private String status = "UPDATE_COMPLETE";

    @BeforeEach
    void healthyTestbed() throws Exception {
        aws = StubAws.start();
        RoomyAccount.fill(aws);
        servers("running", "");
        aws.answer("DescribeInstanceStatus", """
                <DescribeInstanceStatusResponse><instanceStatusSet><item><instanceId>i-0123456789abcdef0</instanceId>
                <systemStatus><status>ok</status></systemStatus><instanceStatus><status>ok</status></instanceStatus>
                </item></instanceStatusSet></DescribeInstanceStatusResponse>
                """);
        console("Cloud-init finished");
        groups(5201, 5300);
        function("Active", "");
        aws.answer("FilterLogEvents", "{\"events\":[]}");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void nothingIsWrongWithAHealthyTestbed() throws Exception {
        assertThat(examine().values())
                .filteredOn(result -> !result.id().equals("clock")) // the stub's own clock
                .allSatisfy(result -> assertThat(result.state())
                        .as("%s: %s", result.id(), result.meaning().toString())
                        .isEqualTo(State.OK));
    }

    @Test
    void resourceThatFailedFirstIsNamed() throws Exception {
        status = "ROLLBACK_COMPLETE";
        aws.answer("DescribeStackEvents", """
                <DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>
                <member><StackId>arn:stack</StackId><EventId>2</EventId><StackName>faasnetlab-lab</StackName>
                <LogicalResourceId>Subnet</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus>
                <ResourceStatusReason>Resource creation cancelled</ResourceStatusReason><Timestamp>2026-11-30T12:02:00Z</Timestamp></member>
                <member><StackId>arn:stack</StackId><EventId>1</EventId><StackName>faasnetlab-lab</StackName>
                <LogicalResourceId>Server1Instance</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus>
                <ResourceStatusReason>VcpuLimitExceeded</ResourceStatusReason><Timestamp>2026-11-30T12:01:00Z</Timestamp></member>
                </StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>
                """);

        assertThat(problem("stack").meaning().toString()).isEqualTo("Server1Instance failed first: VcpuLimitExceeded.");
    }

    @Test
    void expiredLeaseIsAProblem() throws Exception {
        clock.move(Duration.ofHours(5));

        assertThat(problem("lease").meaning().toString()).contains("has expired");
    }

    @Test
    void stoppedServerIsReportedWithTheReasonOfAws() throws Exception {
        servers("terminated", "Server.SpotInstanceTermination");

        assertThat(problem("servers").meaning().toString())
                .isEqualTo("Server i-0123456789abcdef0 is terminated: Server.SpotInstanceTermination.");
    }

    @Test
    void failingStatusCheckIsAProblem() throws Exception {
        aws.answer("DescribeInstanceStatus", """
                <DescribeInstanceStatusResponse><instanceStatusSet><item><instanceId>i-0123456789abcdef0</instanceId>
                <systemStatus><status>ok</status></systemStatus><instanceStatus><status>impaired</status></instanceStatus>
                </item></instanceStatusSet></DescribeInstanceStatusResponse>
                """);

        assertThat(problem("servers").meaning().toString())
                .contains("status checks of server i-0123456789abcdef0 fail");
    }

    @Test
    void failuresOnTheConsoleAreShownWithoutSecrets() throws Exception {
        console("booting\ncurl: (28) Connection to 10.0.0.7 timed out for https://x/?X-Amz-Signature=abcdef0123\ndone");

        PreflightResult result = examine().get("console");
        assertThat(result.state()).isEqualTo(State.WARNING);
        assertThat(result.meaning().toString())
                .contains("Connection to [address 1] timed out")
                .contains("X-Amz-Signature=[secret]")
                .doesNotContain("abcdef0123", "10.0.0.7");
    }

    @Test
    void changedSecurityGroupIsAProblem() throws Exception {
        groups(5201, 5202);

        assertThat(problem("security-groups").meaning().toString())
                .startsWith("The security group of the servers does not accept TCP ports 5201 to ");
    }

    @Test
    void missingUdpIsAProblem() throws Exception {
        String toServers = BETWEEN_GROUPS.formatted("tcp", 5201, 5300, "sg-1");
        String fromFunctions = BETWEEN_GROUPS.formatted("tcp", 5201, 5300, "sg-2");

        groups(fromFunctions, toServers, HTTPS, HTTPS, "");
        assertThat(problem("security-groups").meaning().toString())
                .isEqualTo("The security group of the servers does not accept UDP ports 5200 to 5300 from functions.");

        groups(fromFunctions + BETWEEN_GROUPS.formatted("udp", 5200, 5300, "sg-2"), toServers, HTTPS, HTTPS, "");
        assertThat(problem("security-groups").meaning().toString())
                .isEqualTo("The security group of the functions does not allow UDP ports 5200 to 5300 to servers.");
    }

    @Test
    void failedFunctionIsReportedWithTheReasonOfAws() throws Exception {
        function("Failed", "The subnet has no free addresses");

        assertThat(problem("functions").meaning().toString())
                .isEqualTo("The function failed: The subnet has no free addresses.");
    }

    @Test
    void failuresInTheLogAreShownWithoutSecrets() throws Exception {
        aws.answer("FilterLogEvents", """
                {"events":[{"message":"request 6f9619ff-8b86-d011-b42d-00cf4fc964ff failed: connect-failed token=abc"}]}
                """);

        PreflightResult result = examine().get("log");
        assertThat(result.state()).isEqualTo(State.PROBLEM);
        assertThat(result.meaning().toString())
                .endsWith("1 failure in the last hour: request [id 1] failed: connect-failed token=[secret]");
    }

    @Test
    void failureOnALaterPageOfTheLogIsFound() throws Exception {
        aws.answer(
                "FilterLogEvents",
                request -> request.body().contains("more")
                        ? "{\"events\":[{\"message\":\"task failed\"}]}"
                        : "{\"events\":[],\"nextToken\":\"more\"}");

        assertThat(problem("log").meaning().toString()).endsWith("1 failure in the last hour: task failed");
    }

    @Test
    void consoleOutputThatIsNotBase64MentionsNoFailure() {
        assertThat(ServerDiagnosis.failures("WyAg=M4xXSBzeXN0ZW1kWzFdOg")).isEmpty();
    }

    @Test
    void consoleOfServersThatAreNotReadyIsAProblem() throws Exception {
        status = "CREATE_IN_PROGRESS";
        console("dnf: error: Cannot download repomd.xml");

        assertThat(problem("console").meaning().toString()).contains("Cannot download repomd.xml");
    }

    @Test
    void missingHttpsToS3IsAProblem() throws Exception {
        groups(5201, 5300, "", HTTPS, "");
        assertThat(problem("security-groups").meaning().toString())
                .isEqualTo("The security group of the functions does not allow HTTPS (TCP 443) to S3.");

        groups(5201, 5300, HTTPS, "", "");
        assertThat(problem("security-groups").meaning().toString())
                .isEqualTo("The security group of the servers does not allow HTTPS (TCP 443) to S3.");
    }

    @Test
    void missingDnsOfDnsServersOfTheVpcIsAProblem() throws Exception {
        String dns = GROUP.formatted("sg-3", "", TO_ANYWHERE.formatted("udp", 53, 53), "DnsSecurityGroup");
        groups(5201, 5300, HTTPS, HTTPS, dns);

        assertThat(problem("security-groups").meaning().toString()).contains("DNS servers does not allow DNS (TCP 53)");
    }

    @Test
    void rulesOfPublicServersAreExamined() throws Exception {
        publicServers = 1;
        assertThat(problem("security-groups").meaning().toString()).contains("public servers does not exist");

        groups(5201, 5300, HTTPS, HTTPS, GROUP.formatted("sg-4", "", HTTPS, "OutsideServerSecurityGroup"));
        assertThat(problem("security-groups").meaning().toString())
                .contains("does not allow the iperf3 ports from the internet");

        groups(
                5201,
                5300,
                HTTPS,
                HTTPS,
                GROUP.formatted("sg-4", TO_ANYWHERE.formatted("tcp", 5201, 5300), HTTPS, "OutsideServerSecurityGroup"));
        assertThat(problem("security-groups").meaning().toString())
                .contains("does not allow latency probes from the internet");

        String udp = TO_ANYWHERE.formatted("udp", 5200, 5200);
        groups(
                5201,
                5300,
                HTTPS,
                HTTPS,
                GROUP.formatted(
                        "sg-4", TO_ANYWHERE.formatted("tcp", 5201, 5300) + udp, HTTPS, "OutsideServerSecurityGroup"));
        assertThat(examine().get("security-groups").state()).isEqualTo(State.OK);
    }

    @Test
    void deniedActionIsUnknownAndNamed() throws Exception {
        aws.refuse("GetConsoleOutput", 403, "UnauthorizedOperation", "no");

        PreflightResult result = examine().get("console");
        assertThat(result.state()).isEqualTo(State.UNKNOWN);
        assertThat(result.meaning().toString()).contains("ec2:GetConsoleOutput");
    }

    private PreflightResult problem(String id) throws Exception {
        PreflightResult result = examine().get(id);
        assertThat(result.state()).as(result.meaning().toString()).isEqualTo(State.PROBLEM);
        return result;
    }

    private Map<String, PreflightResult> examine() throws Exception {
        Map<String, PreflightResult> results = new java.util.LinkedHashMap<>();
        new TestbedDoctor(aws.account(), testbed(), clock).examine(result -> results.put(result.id(), result));
        return results;
    }

    private TestbedStack testbed() throws Exception {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : StackParameters.toCreate(
                AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder()
                        .outsideServers(publicServers)
                        .build(),
                "ami-1",
                List.of(),
                publicServers == 0 ? null : PublicServerPassword.random(new SecureRandom()),
                TestProbeKey.VALUE)) {
            parameters.add(
                    parameter.parameterKey().equals("WithFunctions")
                            ? parameter.toBuilder().parameterValue("true").build()
                            : parameter);
        }
        return TestbedStack.of(
                        Stack.builder()
                                .stackId("arn:stack")
                                .stackName("faasnetlab-lab")
                                .stackStatus(status)
                                .creationTime(CREATED)
                                .parameters(parameters)
                                .outputs(outputs())
                                .tags(Tag.builder()
                                        .key(AwsTestbedSettings.TAG)
                                        .value("faasnetlab-lab")
                                        .build())
                                .build(),
                        "eu-central-1")
                .orElseThrow();
    }

    private static List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        Map.of(
                        "InsideFunction", "faasnetlab-lab-inside",
                        "Bucket", "bucket",
                        "Iperf3Key", "key",
                        "SubnetId", "subnet-1",
                        "Server1Address", "10.0.0.7")
                .forEach((key, value) -> outputs.add(
                        Output.builder().outputKey(key).outputValue(value).build()));
        return outputs;
    }

    private void servers(String state, String reason) {
        aws.answer("DescribeInstances", """
                <DescribeInstancesResponse><reservationSet><item><instancesSet><item>
                <instanceId>i-0123456789abcdef0</instanceId><instanceState><code>16</code><name>%s</name></instanceState>
                <stateReason><code>x</code><message>%s</message></stateReason>
                </item></instancesSet></item></reservationSet></DescribeInstancesResponse>
                """.formatted(state, reason));
    }

    private void console(String text) {
        aws.answer(
                "GetConsoleOutput",
                "<GetConsoleOutputResponse><instanceId>i-0123456789abcdef0</instanceId><output>"
                        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                        + "</output></GetConsoleOutputResponse>");
    }

    private void groups(int first, int last) {
        groups(first, last, HTTPS, HTTPS, "");
    }

    private void groups(int first, int last, String functionEgress, String serverEgress, String others) {
        groups(
                BETWEEN_GROUPS.formatted("tcp", first, last, "sg-2")
                        + BETWEEN_GROUPS.formatted("udp", 5200, last, "sg-2"),
                BETWEEN_GROUPS.formatted("tcp", 5201, 6300, "sg-1")
                        + BETWEEN_GROUPS.formatted("udp", 5200, 6300, "sg-1"),
                functionEgress,
                serverEgress,
                others);
    }

    private void groups(
            String serverIngress, String functionToServer, String functionEgress, String serverEgress, String others) {
        aws.answer(
                "DescribeSecurityGroups",
                "<DescribeSecurityGroupsResponse><securityGroupInfo>"
                        + GROUP.formatted("sg-1", serverIngress, serverEgress, "ServerSecurityGroup")
                        + GROUP.formatted("sg-2", "", functionToServer + functionEgress, "FunctionSecurityGroup")
                        + others
                        + "</securityGroupInfo></DescribeSecurityGroupsResponse>");
    }

    private void function(String state, String reason) {
        aws.answer(FUNCTION, """
                {"State":"%s","StateReason":"%s","LastUpdateStatus":"Successful","Runtime":"java21",
                "LoggingConfig":{"LogFormat":"Text","LogGroup":"faasnetlab-lab-log"}}
                """.formatted(state, reason));
    }
}
