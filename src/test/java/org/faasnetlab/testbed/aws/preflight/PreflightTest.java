package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.StubAws;
import org.faasnetlab.testbed.aws.UserPolicy;
import org.faasnetlab.testbed.aws.preflight.PreflightLine.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

    private static final int FUNCTIONS = 8;

    private final AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    private StubAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = StubAws.start();
        RoomyAccount.fill(aws);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void everyLineIsGoodInAnAccountWithRoomAndComesInTheOrderOfTheTitles() throws Exception {
        Preflight preflight = preflight(settings, FUNCTIONS);
        List<PreflightLine> told = new ArrayList<>();

        List<PreflightLine> lines = preflight.run(told::add);

        assertThat(lines).isEqualTo(told).allSatisfy(line -> {
            assertThat(line.state()).as(line.toString()).isEqualTo(State.OK);
            assertThat(line.meaning()).endsWith(".");
            assertThat(line.remedy()).isEmpty();
        });
        assertThat(lines.stream().collect(Collectors.toMap(PreflightLine::id, PreflightLine::title)))
                .isEqualTo(preflight.titles());
        assertThat(lines.stream().map(PreflightLine::id))
                .containsExactlyElementsOf(preflight.titles().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeStacks, cloudformation:DescribeStacks, name",
        "GET /2016-08-19/account-settings, lambda:GetAccountSettings, concurrency",
        "POST /2021-11-15/functions/faasnetlab-lab-absent/response-streaming-invocations, lambda:InvokeFunction, streaming",
        "DescribeInstanceTypeOfferings, ec2:DescribeInstanceTypeOfferings, server-type",
        "DescribeInstanceTypes, ec2:DescribeInstanceTypes, bandwidth",
        "DescribeInstances, ec2:DescribeInstances, vcpu-quota",
        "GetServiceQuota, servicequotas:GetServiceQuota, vcpu-quota",
        "DescribeVpcs, ec2:DescribeVpcs, vpc"
    })
    void aDeniedActionIsNamedAndItsLineIsUnknown(String operation, String action, String line) throws Exception {
        aws.refuse(
                operation,
                403,
                operation.startsWith("Describe") && !operation.equals("DescribeStacks")
                        ? "UnauthorizedOperation"
                        : "AccessDeniedException",
                "You are not authorized to perform this operation.");

        Map<String, PreflightLine> lines = lines(preflight(settings, FUNCTIONS));

        assertThat(lines.get(line).state()).isEqualTo(State.UNKNOWN);
        assertThat(lines.get(line).meaning()).isEqualTo("The account does not let you do " + action + ".");
        boolean optional = UserPolicy.statements().stream()
                .anyMatch(
                        statement -> statement.optional() && statement.actions().contains(action));
        assertThat(lines.get("actions").state()).isEqualTo(optional ? State.WARNING : State.PROBLEM);
        assertThat(lines.get("actions").meaning()).contains(action);
        assertThat(lines.get("actions").remedy()).contains("faasnetlab aws plan");
    }

    @Test
    void whatIamSimulatesAsDeniedIsNamed() throws Exception {
        RoomyAccount.simulation(aws, "iam:CreateRole");

        assertThat(line("actions", State.PROBLEM).meaning()).contains("you may not do iam:CreateRole,");
    }

    @Test
    void whatTheSimulationLeavesOpenIsUnknown() throws Exception {
        aws.answer("SimulatePrincipalPolicy", "<SimulatePrincipalPolicyResponse/>");

        assertThat(line("actions", State.UNKNOWN).meaning())
                .contains("whether you may do")
                .contains("iam:CreateRole");
    }

    @Test
    void withoutSimulationPermissionsAreUnknown() throws Exception {
        aws.refuse("SimulatePrincipalPolicy", 403, "AccessDenied", "not authorized");

        assertThat(line("actions", State.UNKNOWN).meaning()).contains("iam:SimulatePrincipalPolicy");
    }

    @Test
    void aRoleIsSimulatedByItsNameWithItsPath() throws Exception {
        RoomyAccount.identity(aws, "arn:aws:sts::123456789012:assumed-role/Lab/ada");
        aws.answer("GetRole", """
                <GetRoleResponse><GetRoleResult><Role><RoleName>Lab</RoleName><Path>/teams/</Path><RoleId>AROA</RoleId>
                <Arn>arn:aws:iam::123456789012:role/teams/Lab</Arn></Role></GetRoleResult></GetRoleResponse>
                """);

        line("actions", State.OK);

        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("SimulatePrincipalPolicy"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.fields())
                        .containsEntry("PolicySourceArn", "arn:aws:iam::123456789012:role/teams/Lab"));
    }

    @Test
    void theSimulationIsAboutTheTestbedsOwnResources() throws Exception {
        line("actions", State.OK);

        assertThat(aws.requests())
                .filteredOn(request -> request.fields().containsValue("cloudformation:CreateStack"))
                .singleElement()
                .satisfies(request -> assertThat(request.fields())
                        .containsEntry(
                                "ResourceArns.member.1",
                                "arn:aws:cloudformation:eu-central-1:123456789012:stack/faasnetlab-lab"));
        assertThat(aws.requests())
                .filteredOn(request -> request.fields().containsValue("iam:PassRole"))
                .singleElement()
                .satisfies(request -> assertThat(request.fields())
                        .containsEntry("ContextEntries.member.1.ContextKeyName", "iam:PassedToService"));
    }

    @Test
    void throttlingLeavesALineUnknown() throws Exception {
        aws.refuse("DescribeStacks", 400, "Throttling", "Rate exceeded");

        assertThat(line("name", State.UNKNOWN).meaning()).isEqualTo("AWS asks for fewer requests.");
    }

    @ParameterizedTest
    @CsvSource({
        "SignatureDoesNotMatch, Signature expired: 20261123T100000Z is now earlier than ...",
        "RequestExpired, x"
    })
    void aClockTenMinutesOffIsSaidAndNothingElseIsAsked(String code, String message) throws Exception {
        aws.refuse("GetCallerIdentity", 403, code, message);

        Map<String, PreflightLine> lines =
                lines(preflight(settings, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-610))));

        assertThat(lines.get("clock").state()).isEqualTo(State.PROBLEM);
        assertThat(lines.get("clock").meaning()).startsWith("This computer's clock is 10 minutes behind AWS's");
        assertThat(lines.get("identity").meaning()).contains("clock");
        assertOnlyTheFirstTwoAreKnown(lines);
        assertThat(aws.operations()).containsOnly("GetCallerIdentity");
    }

    @Test
    void aWrongClockIsAlsoFoundWhereTheSdkCorrectsIt() throws Exception {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10).plusSeconds(5));

        assertThat(lines(preflight(settings, ahead)).get("clock"))
                .isEqualTo(new PreflightLine(
                        "clock",
                        "Clock",
                        State.PROBLEM,
                        "This computer's clock is 10 minutes ahead of AWS's; AWS refuses signatures that are five"
                                + " minutes off.",
                        "Let this computer set its clock from the network."));
    }

    @Test
    void withoutANetworkEverythingIsUnknownButThat() throws Exception {
        Preflight preflight = preflight(settings, FUNCTIONS);
        aws.close();

        Map<String, PreflightLine> lines = lines(preflight);

        assertThat(lines.get("identity"))
                .isEqualTo(new PreflightLine(
                        "identity",
                        "Account",
                        State.PROBLEM,
                        "AWS cannot be reached from this computer.",
                        "Check the network and, where there is one, the proxy."));
        assertOnlyTheFirstTwoAreKnown(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 407})
    void aProxyInTheWayIsNotTakenForAws(int status) throws Exception {
        aws.answerAllWithPage(status);

        Map<String, PreflightLine> lines = lines(preflight(settings, FUNCTIONS));

        assertThat(lines.get("identity"))
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.PROBLEM))
                .satisfies(line -> assertThat(line.meaning()).startsWith("Something answered in AWS's place"))
                .satisfies(line -> assertThat(line.remedy()).contains("proxy"));
        assertOnlyTheFirstTwoAreKnown(lines);
    }

    @Test
    void tenFunctionsAtOnceAreTooFewForAHundred() throws Exception {
        RoomyAccount.concurrency(aws, 10, 10, 0);

        PreflightLine line = lines(preflight(settings, 100)).get("concurrency");

        assertThat(line.state()).isEqualTo(State.PROBLEM);
        assertThat(line.meaning())
                .isEqualTo("100 functions are wanted at once, and the account gives 10, as new accounts do.");
        assertThat(line.remedy()).startsWith("Measure with 10 or fewer, or ask");
    }

    @Test
    void otherFunctionsThatWouldBePushedAsideAreWarnedOf() throws Exception {
        assertThat(lines(preflight(settings, 950)).get("concurrency").meaning())
                .isEqualTo(
                        "950 functions at once leave 50 for the account's other functions, which may be refused during"
                                + " a run.");
    }

    @Test
    void aZoneWithoutTheTypeIsSaidWithTheZonesThatHaveIt() throws Exception {
        RoomyAccount.zones(aws, "eu-central-1b", "eu-central-1c");

        PreflightLine line = line("server-type", State.PROBLEM);

        assertThat(line.meaning()).isEqualTo("The zone eu-central-1a does not offer the type c6in.xlarge.");
        assertThat(line.remedy()).isEqualTo("Choose eu-central-1b, eu-central-1c, or another type.");
    }

    @Test
    void serversOfAnotherProcessorThanTheFunctionsAreAProblem() throws Exception {
        RoomyAccount.type(aws, 4, "arm64", 6.25, 30);

        assertThat(line("server-type", State.PROBLEM).meaning())
                .contains("arm64")
                .contains("x86_64");
    }

    @Test
    void aNewAccountsQuotaIsTooSmallForALargeServer() throws Exception {
        RoomyAccount.quotas(aws, 5, 5);
        RoomyAccount.type(aws, 16, "x86_64", 25, 50);

        PreflightLine line = line("vcpu-quota", State.PROBLEM);

        assertThat(line.meaning())
                .isEqualTo("The servers take 16 vCPUs, others that run take 0, and the account may have 5.");
        assertThat(line.remedy()).contains("L-1216C47A");
    }

    @Test
    void instancesThatRunCountAgainstTheQuotaButSpotAndOtherFamiliesDoNot() throws Exception {
        RoomyAccount.quotas(aws, 8, 5);
        aws.answer("DescribeInstances", """
                <DescribeInstancesResponse><reservationSet><item><instancesSet>
                <item><instanceType>m5.xlarge</instanceType>
                <cpuOptions><coreCount>2</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions></item>
                <item><instanceType>m5.xlarge</instanceType><instanceLifecycle>spot</instanceLifecycle>
                <cpuOptions><coreCount>2</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions></item>
                <item><instanceType>g5.xlarge</instanceType>
                <cpuOptions><coreCount>2</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions></item>
                </instancesSet></item></reservationSet></DescribeInstancesResponse>
                """);

        assertThat(line("vcpu-quota", State.OK).meaning())
                .isEqualTo("The servers take 4 vCPUs, others that run take 4, and the account may have 8.");
    }

    @Test
    void serversThatFunctionsCouldFillAreWarnedOf() throws Exception {
        assertThat(lines(preflight(settings, 9)).get("bandwidth"))
                .isEqualTo(new PreflightLine(
                        "bandwidth",
                        "Bandwidth of servers",
                        State.WARNING,
                        "1 x c6in.xlarge has 6.25 Gbit/s, for a while 30; 9 functions send 5.63 at 625 Mbit/s each: the"
                                + " servers may slow them down.",
                        "Choose larger or more servers, or at most 8 functions."));
        assertThat(lines(preflight(settings, 100)).get("bandwidth").meaning())
                .endsWith(": the servers would be measured.");
    }

    @Test
    void aTypeWhoseBandwidthIsNotSaidIsUnknown() throws Exception {
        aws.answer("DescribeInstanceTypes", """
                <DescribeInstanceTypesResponse><instanceTypeSet><item><instanceType>c6in.xlarge</instanceType>
                <vCpuInfo><defaultVCpus>4</defaultVCpus></vCpuInfo></item></instanceTypeSet></DescribeInstanceTypesResponse>
                """);

        line("bandwidth", State.UNKNOWN);
        line("server-type", State.UNKNOWN);
    }

    @Test
    void moreFunctionsThanPortsAreAProblem() throws Exception {
        assertThat(lines(preflight(settings, 101)).get("ports").meaning())
                .isEqualTo("100 ports for 101 functions: a port serves one function at a time.");
    }

    @Test
    void anExistingStackIsAProblemWithTwoWaysOut() throws Exception {
        aws.answer("DescribeStacks", """
                <DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>faasnetlab-lab</StackName>
                <StackStatus>ROLLBACK_COMPLETE</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>
                """);

        PreflightLine line = line("name", State.PROBLEM);

        assertThat(line.meaning()).isEqualTo("There is a stack faasnetlab-lab already (rollback complete).");
        assertThat(line.remedy()).contains("--testbed lab").contains("another name");
    }

    @Test
    void aRegionWithoutStreamingIsWarnedOfAndAnAnswerOfAnotherKindIsUnknown() throws Exception {
        aws.refuse(
                RoomyAccount.STREAM,
                403,
                "AccessDeniedException",
                "Unable to determine service/operation name to be authorized");
        assertThat(line("streaming", State.WARNING).meaning()).contains("charts come after each trial");

        aws.refuse(RoomyAccount.STREAM, 404, "NotFound", "no such page");
        line("streaming", State.UNKNOWN);
    }

    @Test
    void largeFunctionsAreNeverKnownToBeGood() throws Exception {
        assertThat(memoryLine(3008).state()).isEqualTo(State.OK);
        assertThat(memoryLine(10_240).state()).isEqualTo(State.UNKNOWN);
        RoomyAccount.concurrency(aws, 10, 10, 0);
        assertThat(memoryLine(10_240).state()).isEqualTo(State.WARNING);
    }

    @Test
    void aRegionFullOfVpcsIsAProblem() throws Exception {
        RoomyAccount.quotas(aws, 64, 1);

        assertThat(line("vpc", State.PROBLEM).meaning())
                .isEqualTo("eu-central-1 has 1 of the account's 1 VPCs, and a new one is wanted.");
    }

    @Test
    void anInterruptEndsIt() {
        Preflight preflight = preflight(settings, FUNCTIONS);

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> preflight.run(line -> {
                    if (line.id().equals("clock")) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertThat(aws.operations()).doesNotContain("SimulatePrincipalPolicy");
    }

    @Test
    void noLineHoldsASecret() throws Exception {
        aws.refuseOthers(403, "AccessDenied", "no");

        assertThat(lines(preflight(settings, FUNCTIONS)).toString()).doesNotContain("very-secret", "AKIAEXAMPLE");
    }

    private PreflightLine memoryLine(int memoryMb) throws InterruptedException {
        return lines(preflight(Settings.withMemory(settings, memoryMb), FUNCTIONS))
                .get("memory");
    }

    private PreflightLine line(String id, State state) throws InterruptedException {
        PreflightLine line = lines(preflight(settings, FUNCTIONS)).get(id);
        assertThat(line.state()).as(line.toString()).isEqualTo(state);
        return line;
    }

    private static void assertOnlyTheFirstTwoAreKnown(Map<String, PreflightLine> lines) {
        assertThat(lines.values())
                .filteredOn(line -> !line.id().equals("identity") && !line.id().equals("clock"))
                .extracting(PreflightLine::state)
                .containsOnly(State.UNKNOWN);
    }

    private Preflight preflight(AwsTestbedSettings settings, int functions) {
        return new Preflight(aws.account(), settings, functions, Clock.systemUTC());
    }

    private Preflight preflight(AwsTestbedSettings settings, Clock clock) {
        return new Preflight(aws.account(), settings, FUNCTIONS, clock);
    }

    private static Map<String, PreflightLine> lines(Preflight preflight) throws InterruptedException {
        return preflight.run(line -> {}).stream().collect(Collectors.toMap(PreflightLine::id, Function.identity()));
    }
}
