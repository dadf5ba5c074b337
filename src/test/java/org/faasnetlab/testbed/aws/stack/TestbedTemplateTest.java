package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestbedTemplateTest {

    private final String template = new TestbedTemplate().text();

    @Test
    void itFitsIntoARequestWithTwoKilobytesToSpare() {
        assertThat(template.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(TestbedTemplate.MAX_BYTES - 2_048);
    }

    @Test
    void commentsAreNotSentExceptThoseWithReferences() {
        assertThat(template.lines().map(String::strip))
                .doesNotContain("")
                .filteredOn(line -> line.startsWith("#"))
                .allMatch(line -> line.startsWith("#!") || line.contains("${"))
                .contains("# Started after: ${After}");
    }

    @Test
    void everyScriptIsInItWithoutItsComments() {
        assertThat(template)
                .doesNotContain("#include")
                .contains("ExecStart=/usr/bin/iperf3")
                .contains("zip -q -X -r")
                .contains("/meta-data/tags/instance/faasnetlab:lease-end")
                .contains("do_step 'install iperf3'")
                .contains("DynamicUser=yes")
                .contains("def is_new(sessions, session, number):")
                .doesNotContain("An iperf3 server serves one client at a time");
    }

    @Test
    void scriptsAreIndentedByOneSpaceForEachLevel() {
        assertThat(template)
                .contains("\n    do_step() { # description, command\n     local what=$1\n")
                .contains("\n     if ! \"$@\" >\"$log\" 2>&1; then\n      cat \"$log\" >&2\n");
    }

    @Test
    void bucketIsPrivateAndExpiresObjectsAfterADay() {
        assertThat(template)
                .contains("ExpirationInDays: 1")
                .contains("DaysAfterInitiation: 1")
                .contains("BlockPublicAcls: true")
                .contains("BlockPublicPolicy: true")
                .contains("IgnorePublicAcls: true")
                .contains("RestrictPublicBuckets: true");
    }

    @Test
    void theBucketAnswersOverTlsOnly() {
        assertThat(template)
                .containsPattern("Effect: Deny\\n\\s+Principal: '\\*'\\n\\s+Action: s3:\\*\\n")
                .contains("Resource: [!GetAtt Bucket.Arn, !Sub '${Bucket.Arn}/*']")
                .contains("Condition: {Bool: {aws:SecureTransport: 'false'}}");
    }

    /** Stack tags reach instances by themselves, but not their disks. */
    @Test
    void disksGetTheTagsOfTheirServers() {
        assertThat(template.split("Type: AWS::EC2::Instance\n", -1))
                .hasSizeGreaterThan(8)
                .filteredOn(part -> part.contains("LaunchTemplateId"))
                .allMatch(
                        part -> part.lines().limit(4).anyMatch("      PropagateTagsToVolumeOnCreation: true"::equals));
    }

    /** A subnet of the user may assign public addresses to every instance. */
    @Test
    void onlyPublicServersHavePublicAddresses() {
        String servers =
                template.substring(template.indexOf("  ServerTemplate:"), template.indexOf("  Server1Instance:"));
        String publicServers = template.substring(template.indexOf("  OutsideServerTemplate:"));

        assertThat(servers)
                .contains("AssociatePublicIpAddress: false")
                .doesNotContain("AssociatePublicIpAddress: true");
        assertThat(publicServers).contains("AssociatePublicIpAddress: true");
        assertThat(template.split("AssociatePublicIpAddress", -1)).hasSize(3);
    }

    /** The launch template has the subnet, which properties of the instance would override. */
    @Test
    void serversTakeTheirNetworkFromTheirLaunchTemplateOnly() {
        Map<String, String> servers = Pattern.compile("^  (\\w+Instance):\\n((?:    .*\\n)+)", Pattern.MULTILINE)
                .matcher(template)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));

        assertThat(servers.keySet())
                .as("servers, and public servers")
                .hasSize(8 + 4)
                .contains("Server1Instance", "Server8Instance", "OutsideServer1Instance", "OutsideServer4Instance");
        assertThat(servers).allSatisfy((name, properties) -> {
            String launch = name.startsWith("Outside") ? "OutsideServerTemplate" : "ServerTemplate";
            assertThat(properties)
                    .containsPattern("LaunchTemplateId: !Ref " + launch + "\\b")
                    .contains("Version: !GetAtt " + launch + ".LatestVersionNumber")
                    .doesNotContain("SubnetId", "NetworkInterfaces", "SecurityGroup");
        });
    }

    /** Accounts with a low concurrency reject reserved concurrency. */
    @Test
    void noFunctionsAreReserved() {
        assertThat(template).doesNotContain("ReservedConcurrentExecutions");
    }

    @Test
    void nothingThatCostsByTheHourIsInItButServers() {
        assertThat(template)
                .doesNotContain("NatGateway", "AWS::EC2::EIP", "VpcEndpointType: Interface", "ProvisionedConcurrency");
    }

    @Test
    void secretsAreNotEchoed() {
        assertThat(template)
                .containsPattern("ProbeKey:\\n.*\\n    Type: String\\n    NoEcho: true")
                .containsPattern("OutsidePassword:\\n.*\\n    Type: String\\n    NoEcho: true")
                .containsPattern("OutsidePasswordHash:\\n.*\\n    Type: String\\n    NoEcho: true");
    }
}
