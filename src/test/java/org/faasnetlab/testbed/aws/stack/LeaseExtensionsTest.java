package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testing.aws.StubAws;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseExtensionsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private StubAws aws;
    private LeaseExtensions extensions;
    private TestbedStack testbed;

    @BeforeEach
    void start() throws Exception {
        aws = StubAws.start();
        extensions = new LeaseExtensions(aws.account());
        testbed = ScriptedAwsAccount.stack("lab", "UPDATE_COMPLETE", NOON); // until 14:00
        aws.answer("CreateTags", "<CreateTagsResponse><return>true</return></CreateTagsResponse>");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void endIsWrittenToAllRunningServers() throws Exception {
        servers(server("i-1", "running", ""), server("i-2", "running", ""), server("i-3", "terminated", ""));

        Instant end = extensions.extend(testbed, Duration.ofMinutes(30), NOON.plusSeconds(60));

        assertThat(end).isEqualTo(Instant.parse("2026-11-30T14:30:00Z"));
        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("CreateTags"))
                .singleElement()
                .satisfies(request -> assertThat(request.fields())
                        .containsEntry("ResourceId.1", "i-1")
                        .containsEntry("ResourceId.2", "i-2")
                        .doesNotContainKey("ResourceId.3")
                        .containsEntry("Tag.1.Key", "faasnetlab:lease-end")
                        .containsEntry("Tag.1.Value", Long.toString(end.getEpochSecond())));
    }

    @Test
    void extensionIsReadOnceEveryRunningServerShowsItsEnd() throws Exception {
        Instant end = Instant.parse("2026-11-30T14:30:00Z");
        servers(server("i-1", "running", ""), server("i-3", "terminated", ""));
        console("faasnetlab: the lease ends at 1");
        assertThat(extensions.isRead(testbed, end)).isFalse();

        console("login:\r\nfaasnetlab: the lease ends at " + end.getEpochSecond() + "\r\n");
        assertThat(extensions.isRead(testbed, end)).isTrue();
        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("GetConsoleOutput"))
                .allSatisfy(request -> assertThat(request.fields())
                        .containsEntry("InstanceId", "i-1")
                        .containsEntry("Latest", "true"));
    }

    @Test
    void withoutServersNoExtensionIsRead() throws Exception {
        servers();

        assertThat(extensions.isRead(testbed, NOON)).isFalse();
    }

    private void console(String text) {
        aws.answer(
                "GetConsoleOutput",
                "<GetConsoleOutputResponse><output>"
                        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                        + "</output></GetConsoleOutputResponse>");
    }

    @Test
    void expiredLeaseIsNotExtended() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> extensions.extend(testbed, Duration.ofHours(1), NOON.plus(Duration.ofHours(2))))
                .withMessage("The lease of testbed lab has expired, and its servers have terminated.");
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void leaseLongerThanADayIsRefused() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> extensions.extend(testbed, Duration.ofHours(23), NOON.plusSeconds(60)))
                .withMessage("The lease of testbed lab would last longer than 24 hours from now.");
    }

    @Test
    void extendedEndsAreReadByStackAndTheEarliestOfAStackCounts() throws Exception {
        servers(
                server("i-1", "running", "1796054400"),
                server("i-2", "running", "1796050800"),
                server("i-3", "running", "soon"));

        assertThat(extensions.ends())
                .containsOnly(java.util.Map.entry("faasnetlab-lab", Instant.ofEpochSecond(1796050800)));
    }

    @Test
    void extendedEndIsTheEndOfTheTestbed() {
        Instant later = NOON.plus(Duration.ofHours(5));

        assertThat(testbed.withExtendedEnd(later).leaseEnd()).contains(later);
        assertThat(testbed.withExtendedEnd(NOON).leaseEnd()).isEqualTo(testbed.leaseEnd());
    }

    private void servers(String... servers) {
        aws.answer(
                "DescribeInstances",
                "<DescribeInstancesResponse><reservationSet><item><instancesSet>" + String.join("", List.of(servers))
                        + "</instancesSet></item></reservationSet></DescribeInstancesResponse>");
    }

    private static String server(String id, String state, String leaseEnd) {
        return "<item><instanceId>" + id + "</instanceId><instanceState><name>" + state
                + "</name></instanceState><tagSet><item><key>faasnetlab:testbed</key><value>faasnetlab-lab</value></item>"
                + "<item><key>faasnetlab:lease-end</key><value>" + leaseEnd + "</value></item></tagSet></item>";
    }
}
