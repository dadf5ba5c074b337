package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.aws.preflight.RoomyPreflight.FUNCTIONS;
import static org.faasnetlab.testing.aws.preflight.RoomyPreflight.lines;

import java.time.Clock;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testing.aws.preflight.RoomyAccount;
import org.faasnetlab.testing.aws.preflight.RoomyPreflight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks of quotas, zones, instance types and existing stacks. */
class PreflightLimitsTest {
    @RegisterExtension
    private final RoomyPreflight lab = new RoomyPreflight();

    @Test
    void concurrencyBelowRequestedFunctionsIsAProblem() throws Exception {
        RoomyAccount.concurrency(lab.aws, 10, 10, 0);

        PreflightResult line = lines(lab.preflight(100)).get("concurrency");

        assertThat(line.state()).isEqualTo(State.PROBLEM);
        assertThat(line.meaning().toString())
                .isEqualTo("100 concurrent functions requested, but the account limit is 10, as for new accounts.");
        assertThat(line.remedy().toString()).startsWith("Use 10 or fewer, or request");
    }

    @Test
    void lowRemainingConcurrencyForOtherFunctionsIsAWarning() throws Exception {
        assertThat(lines(lab.preflight(950)).get("concurrency").meaning().toString())
                .isEqualTo(
                        "950 concurrent functions leave 50 for other functions of the account, which may be throttled"
                                + " during a run.");
    }

    @Test
    void zoneWithoutInstanceTypeNamesZonesThatOfferIt() throws Exception {
        RoomyAccount.zones(lab.aws, "eu-central-1b", "eu-central-1c");

        PreflightResult line = lab.line("server-type", State.PROBLEM);

        assertThat(line.meaning().toString()).isEqualTo("Instance type c6in.xlarge is not offered in eu-central-1a.");
        assertThat(line.remedy().toString()).isEqualTo("Choose eu-central-1b, eu-central-1c, or another type.");
    }

    @Test
    void differentArchitecturesAreAProblem() throws Exception {
        RoomyAccount.type(lab.aws, 4, "arm64", 6.25, 30);

        assertThat(lab.line("server-type", State.PROBLEM).meaning().toString())
                .contains("arm64")
                .contains("x86_64");
    }

    @Test
    void vcpuQuotaOfNewAccountIsTooSmallForLargeServer() throws Exception {
        RoomyAccount.quotas(lab.aws, 5, 5);
        RoomyAccount.type(lab.aws, 16, "x86_64", 25, 50);

        PreflightResult line = lab.line("vcpu-quota", State.PROBLEM);

        assertThat(line.meaning().toString())
                .isEqualTo("The servers require 16 vCPUs, running instances use 0, and the quota is 5.");
        assertThat(line.remedy().toString()).contains("L-1216C47A");
    }

    @Test
    void runningInstancesCountTowardsQuotaExceptSpotAndOtherFamilies() throws Exception {
        RoomyAccount.quotas(lab.aws, 8, 5);
        lab.aws.answer("DescribeInstances", """
                <DescribeInstancesResponse><reservationSet><item><instancesSet>
                <item><instanceType>m5.xlarge</instanceType>
                <cpuOptions><coreCount>2</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions></item>
                <item><instanceType>m5.xlarge</instanceType><instanceLifecycle>spot</instanceLifecycle>
                <cpuOptions><coreCount>2</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions></item>
                <item><instanceType>g5.xlarge</instanceType>
                <cpuOptions><coreCount>2</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions></item>
                </instancesSet></item></reservationSet></DescribeInstancesResponse>
                """);

        assertThat(lab.line("vcpu-quota", State.OK).meaning().toString())
                .isEqualTo("The servers require 4 vCPUs, running instances use 4, and the quota is 8.");
    }

    @Test
    void insufficientServerBandwidthIsAWarning() throws Exception {
        assertThat(lines(lab.preflight(9)).get("bandwidth"))
                .isEqualTo(new PreflightResult(
                        "bandwidth",
                        Phrase.verbatim("Server bandwidth"),
                        State.WARNING,
                        Phrase.verbatim(
                                "1 x c6in.xlarge has 6.25 Gbit/s, burst 30; 9 functions send 5.63 at 625 Mbit/s each: the"
                                        + " servers may be the bottleneck."),
                        Phrase.verbatim("Use larger or more servers, or at most 8 functions.")));
        assertThat(lines(lab.preflight(100)).get("bandwidth").meaning().toString())
                .endsWith(": the servers would be the bottleneck.");
    }

    @Test
    void unreportedBandwidthIsUnknown() throws Exception {
        lab.aws.answer("DescribeInstanceTypes", """
                <DescribeInstanceTypesResponse><instanceTypeSet><item><instanceType>c6in.xlarge</instanceType>
                <vCpuInfo><defaultVCpus>4</defaultVCpus></vCpuInfo></item></instanceTypeSet></DescribeInstanceTypesResponse>
                """);

        lab.line("bandwidth", State.UNKNOWN);
        lab.line("server-type", State.UNKNOWN);
    }

    @Test
    void moreFunctionsThanPortsAreAProblem() throws Exception {
        assertThat(lines(lab.preflight(101)).get("ports").meaning().toString())
                .isEqualTo("100 ports for 101 functions: each port serves one function at a time.");
    }

    @Test
    void existingStackIsAProblemWithTwoRemedies() throws Exception {
        lab.aws.answer("DescribeStacks", """
                <DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>faasnetlab-lab</StackName>
                <StackStatus>ROLLBACK_COMPLETE</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>
                """);

        PreflightResult line = lab.line("name", State.PROBLEM);

        assertThat(line.meaning().toString()).isEqualTo("Stack faasnetlab-lab already exists (rollback complete).");
        assertThat(line.remedy().toString()).contains("--testbed lab").contains("another name");
    }

    @Test
    void missingStreamingIsAWarningAndOtherErrorIsUnknown() throws Exception {
        lab.aws.refuse(
                RoomyAccount.STREAM,
                403,
                "AccessDeniedException",
                "Unable to determine service/operation name to be authorized");
        assertThat(lab.line("streaming", State.WARNING).meaning().toString())
                .contains("charts are updated after each trial");

        lab.aws.refuse(RoomyAccount.STREAM, 404, "NotFound", "no such page");
        lab.line("streaming", State.UNKNOWN);
    }

    @Test
    void largeMemorySizeIsNeverOk() throws Exception {
        assertThat(memoryLine(3008).state()).isEqualTo(State.OK);
        assertThat(memoryLine(10_240).state()).isEqualTo(State.UNKNOWN);
        RoomyAccount.concurrency(lab.aws, 10, 10, 0);
        assertThat(memoryLine(10_240).state()).isEqualTo(State.WARNING);
    }

    @Test
    void exhaustedVpcQuotaIsAProblem() throws Exception {
        RoomyAccount.quotas(lab.aws, 64, 1);

        assertThat(lab.line("vpc", State.PROBLEM).meaning().toString())
                .isEqualTo("eu-central-1 has 1 of at most 1 VPCs, and a new one is required.");
    }

    private PreflightResult memoryLine(int memoryMb) throws InterruptedException {
        return lines(new Preflight(
                        lab.aws.account(),
                        lab.settings.toBuilder().memoryMb(memoryMb).build(),
                        FUNCTIONS,
                        Clock.systemUTC()))
                .get("memory");
    }
}
