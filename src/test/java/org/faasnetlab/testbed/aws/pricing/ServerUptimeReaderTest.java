package org.faasnetlab.testbed.aws.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testing.aws.StubAws;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerUptimeReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private StubAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = StubAws.start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void uptimeEndsNowOrAtTermination() throws Exception {
        aws.answer("DescribeInstances", """
                <DescribeInstancesResponse><reservationSet><item><instancesSet>
                <item><instanceType>c6in.xlarge</instanceType><launchTime>2026-11-23T11:00:00.000Z</launchTime>
                <instanceState><code>16</code><name>running</name></instanceState></item>
                <item><instanceType>c6in.large</instanceType><launchTime>2026-11-23T10:00:00.000Z</launchTime>
                <reason>User initiated (2026-11-23 10:20:00 GMT)</reason>
                <tagSet><item><key>Name</key><value>faasnetlab-lab public server</value></item></tagSet>
                <instanceState><code>48</code><name>terminated</name></instanceState></item>
                </instancesSet></item></reservationSet></DescribeInstancesResponse>
                """);

        assertThat(new ServerUptimeReader(aws.account()).of("faasnetlab-lab", NOW))
                .containsExactly(
                        new ServerUptime("c6in.xlarge", false, Duration.ofHours(1), true),
                        new ServerUptime("c6in.large", true, Duration.ofMinutes(20), false));
        assertThat(aws.requests().get(0).fields())
                .containsEntry("Filter.1.Name", "tag:faasnetlab:testbed")
                .containsEntry("Filter.1.Value.1", "faasnetlab-lab");
    }

    @Test
    void testbedWhoseServersWereNeverCreatedCostsNothing() throws Exception {
        aws.answer("DescribeInstances", "<DescribeInstancesResponse/>");
        aws.answer(
                "ListStackResources",
                resources("<member><LogicalResourceId>Vpc</LogicalResourceId>"
                        + "<PhysicalResourceId>vpc-1</PhysicalResourceId><ResourceType>AWS::EC2::VPC</ResourceType>"
                        + "<ResourceStatus>DELETE_COMPLETE</ResourceStatus></member>"
                        + instance("Server1Instance", "", "CREATE_FAILED", "2026-11-23T11:05:00Z")));
        aws.refuseOthers(403, "AccessDenied", "no prices");

        assertThat(new PriceCache(aws.account()).costSoFar(testbed(), NOW))
                .hasValueSatisfying(cost -> assertThat(cost.dollars()).isEqualByComparingTo("0"));
    }

    @Test
    void serversThatEc2DoesNotListAnyMoreAreBilledFromCreationToDeletion() throws Exception {
        aws.answer(
                "ListStackResources",
                resources(instance("Server1Instance", "i-1", "DELETE_COMPLETE", "2026-11-23T11:10:00Z")
                        + instance("OutsideServer1Instance", "i-2", "CREATE_COMPLETE", "2026-11-23T11:02:00Z")));

        assertThat(new ServerUptimeReader(aws.account())
                        .ofStack(testbed(), testbed().settings().orElseThrow(), NOW))
                .containsExactly(
                        new ServerUptime("c6in.xlarge", false, Duration.ofMinutes(10), false),
                        new ServerUptime("c6in.xlarge", true, Duration.ofHours(1), false));
    }

    private static TestbedStack testbed() throws LabException {
        return ScriptedAwsAccount.stack("lab", "ROLLBACK_COMPLETE", NOW.minus(Duration.ofHours(1)));
    }

    private static String resources(String members) {
        return "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>" + members
                + "</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>";
    }

    private static String instance(String logicalId, String id, String status, String at) {
        return "<member><LogicalResourceId>" + logicalId + "</LogicalResourceId><PhysicalResourceId>" + id
                + "</PhysicalResourceId><ResourceType>AWS::EC2::Instance</ResourceType><ResourceStatus>" + status
                + "</ResourceStatus><LastUpdatedTimestamp>" + at + "</LastUpdatedTimestamp></member>";
    }

    @Test
    void deniedRequestFails() {
        aws.refuse("DescribeInstances", 403, "UnauthorizedOperation", "You are not authorized.");

        assertThatExceptionOfType(AwsAccessException.class)
                .isThrownBy(() -> new ServerUptimeReader(aws.account()).of("faasnetlab-lab", NOW));
    }
}
