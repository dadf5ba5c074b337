package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.testing.aws.StubAws;
import org.faasnetlab.testing.aws.preflight.RoomyAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of the user's own network, one by one. */
class NetworkPreflightTest {

    private static final String VPC = "vpc-01234567";
    private static final String SUBNET = "subnet-01234567";
    private static final String ROUTES = "rtb-01234567";
    private static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");

    private StubAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = StubAws.start();
        RoomyAccount.fill(aws);
        subnet("eu-central-1a", 250);
        routes("");
        endpoints("");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void newSubnetWithFreeAddressesIsOk() throws Exception {
        assertThat(newSubnet("10.8.2.0/24").state()).isEqualTo(State.OK);
    }

    @Test
    void overlappingNewSubnetIsAProblem() throws Exception {
        assertThat(newSubnet("10.8.1.128/25"))
                .isEqualTo(CheckResult.problem(
                        "10.8.1.128/25 overlaps subnet-01234567 with 10.8.1.0/24.",
                        "Choose a block that no subnet of the VPC uses."));
    }

    @Test
    void aNewSubnetOutsideTheVpcIsAProblem() throws Exception {
        assertThat(newSubnet("10.9.0.0/24").meaning().toString())
                .isEqualTo("10.9.0.0/24 is outside the CIDR blocks of the VPC, 10.8.0.0/16.");
    }

    @Test
    void missingVpcIsAProblem() throws Exception {
        aws.answer("DescribeVpcs", "<DescribeVpcsResponse><vpcSet/></DescribeVpcsResponse>");

        assertThat(newSubnet("10.8.2.0/24").meaning().toString())
                .isEqualTo("VPC vpc-01234567 does not exist in eu-central-1.");
    }

    @Test
    void vpcWithoutDnsSupportIsAProblem() throws Exception {
        aws.answer("DescribeVpcAttribute", """
                <DescribeVpcAttributeResponse><enableDnsSupport><value>false</value></enableDnsSupport>
                </DescribeVpcAttributeResponse>
                """);

        assertThat(newSubnet("10.8.2.0/24").remedy().toString()).isEqualTo("Enable DNS resolution for the VPC.");
        assertThat(existingSubnet().state()).isEqualTo(State.PROBLEM);
    }

    @Test
    void existingSubnetWithFreeAddressesIsOk() throws Exception {
        assertThat(existingSubnet())
                .isEqualTo(CheckResult.ok("subnet-01234567 has 250 free addresses; 3 are required."));
    }

    @Test
    void aFullSubnetIsAProblemAndAnotherZoneAWarning() throws Exception {
        subnet("eu-central-1a", 2);
        assertThat(existingSubnet().state()).isEqualTo(State.PROBLEM);

        subnet("eu-central-1b", 250);
        assertThat(existingSubnet().state()).isEqualTo(State.WARNING);
        assertThat(existingSubnet().remedy().toString()).isEqualTo("Choose eu-central-1b as the zone.");
    }

    @ParameterizedTest
    @CsvSource({
        "<natGatewayId>nat-1</natGatewayId>, WARNING, NAT",
        "<gatewayId>igw-1</gatewayId>, PROBLEM, which functions do not have",
        "<transitGatewayId>tgw-1</transitGatewayId>, UNKNOWN, another network",
        "'', PROBLEM, no route to S3"
    })
    void withoutAnEndpointItDependsOnTheWayOut(String target, State state, String words) throws Exception {
        routes(target);

        CheckResult finding = s3Route(null);

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.meaning().toString()).contains(words);
        assertThat(finding.remedy().toString()).contains(ROUTES);
    }

    @Test
    void endpointInRouteTableOfSubnetIsOkAndSecondOneAProblem() throws Exception {
        endpoints(ROUTES);

        assertThat(s3Route(null).state()).isEqualTo(State.OK);
        assertThat(s3Route(ROUTES).meaning().toString())
                .isEqualTo("rtb-01234567 already has endpoint vpce-1 for S3, and AWS does not allow a second one.");
    }

    @Test
    void endpointThatForbidsTheBucketIsAProblem() throws Exception {
        aws.answer(
                "DescribeVpcEndpoints",
                "<DescribeVpcEndpointsResponse><vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId>"
                        + "<vpcEndpointType>Gateway</vpcEndpointType><routeTableIdSet><item>" + ROUTES
                        + "</item></routeTableIdSet><policyDocument>{\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::company-*\"}]}"
                        + "</policyDocument></item></vpcEndpointSet></DescribeVpcEndpointsResponse>");

        CheckResult finding = s3Route(null);

        assertThat(finding.state()).isEqualTo(State.PROBLEM);
        assertThat(finding.meaning().toString())
                .isEqualTo(
                        "The policy of endpoint vpce-1 does not allow servers and functions to download packages of"
                                + " Amazon Linux, signal that a server is ready, download from the bucket, upload to the bucket.");
    }

    @Test
    void dnsOfAwsIsOk() throws Exception {
        dhcpOptions("AmazonProvidedDNS");
        assertThat(new DnsCheck(VPC, true).check(queries()).state()).isEqualTo(State.OK);

        RoomyAccount.vpcs(aws, VPC, "10.8.0.0/16"); // without DHCP options
        assertThat(new DnsCheck(VPC, false).check(queries()).state()).isEqualTo(State.OK);
    }

    @Test
    void ownDnsServersAreNamed() throws Exception {
        dhcpOptions("10.8.0.53", "192.168.0.53");

        CheckResult existing = new DnsCheck(VPC, false).check(queries());
        assertThat(existing.state()).isEqualTo(State.WARNING);
        assertThat(existing.meaning().toString())
                .startsWith(
                        "vpc-01234567 uses its own DNS servers, 10.8.0.53, 192.168.0.53. The testbed opens port 53");

        CheckResult fresh = new DnsCheck(VPC, true).check(queries());
        assertThat(fresh.state()).isEqualTo(State.PROBLEM);
        assertThat(fresh.meaning().toString())
                .contains("DNS servers outside the VPC, 192.168.0.53, to which a new subnet");
    }

    @Test
    void ownDnsServersInsideTheVpcCanBeReachedFromANewSubnet() throws Exception {
        dhcpOptions("10.8.0.53");

        assertThat(new DnsCheck(VPC, true).check(queries()).state()).isEqualTo(State.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"412, DryRunOperation, OK", "403, UnauthorizedOperation, PROBLEM", "400, VPCIdNotSpecified, UNKNOWN"})
    void publicAddressesAreTestedByADryRun(int status, String code, State state) throws Exception {
        aws.answer("GetParameter", "{\"Parameter\":{\"Value\":\"ami-1\"}}");
        aws.refuse("RunInstances", status, code, "said EC2");

        assertThat(new PublicAddressCheck(SETTINGS, SUBNET).check(queries()).state())
                .isEqualTo(state);
        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("RunInstances"))
                .allSatisfy(request -> assertThat(request.fields())
                        .containsEntry("DryRun", "true")
                        .containsEntry("NetworkInterface.1.AssociatePublicIpAddress", "true")
                        .containsEntry("NetworkInterface.1.SubnetId", SUBNET))
                .isNotEmpty();
    }

    @Test
    void typeThatIsTooSmallForOneFunctionIsCalledThat() throws Exception {
        RoomyAccount.type(aws, 2, "x86_64", 0.064, 5);

        assertThat(new ServerChecks(SETTINGS, 8).bandwidth(queries()).remedy().toString())
                .isEqualTo("Use a larger type: c6in.xlarge is too small for one function.");
    }

    private void dhcpOptions(String... servers) {
        aws.answer("DescribeVpcs", """
                <DescribeVpcsResponse><vpcSet><item><vpcId>%s</vpcId><dhcpOptionsId>dopt-1</dhcpOptionsId>
                <cidrBlockAssociationSet><item><cidrBlock>10.8.0.0/16</cidrBlock></item></cidrBlockAssociationSet>
                </item></vpcSet></DescribeVpcsResponse>
                """.formatted(VPC));
        StringBuilder values = new StringBuilder();
        for (String server : servers) {
            values.append("<item><value>").append(server).append("</value></item>");
        }
        aws.answer(
                "DescribeDhcpOptions",
                "<DescribeDhcpOptionsResponse><dhcpOptionsSet><item><dhcpOptionsId>dopt-1</dhcpOptionsId>"
                        + "<dhcpConfigurationSet><item><key>domain-name</key><valueSet><item><value>corp</value></item>"
                        + "</valueSet></item><item><key>domain-name-servers</key><valueSet>" + values
                        + "</valueSet></item></dhcpConfigurationSet></item></dhcpOptionsSet></DescribeDhcpOptionsResponse>");
    }

    @Test
    void anEndpointInAnotherRouteTableDoesNotCount() throws Exception {
        endpoints("rtb-76543210");

        assertThat(s3Route(null).meaning().toString()).contains("no route to S3");
        assertThat(s3Route(ROUTES).state()).isEqualTo(State.OK);
        assertThat(s3Route("rtb-76543210").meaning().toString()).contains("an endpoint there has no effect");
    }

    @Test
    void aPublicSubnetNeedsAnInternetGateway() throws Exception {
        assertThat(publicSubnet().meaning().toString())
                .isEqualTo("subnet-01234567 has no route to an internet gateway.");

        routes("<gatewayId>igw-1</gatewayId>");
        assertThat(publicSubnet().state()).isEqualTo(State.OK);
    }

    @Test
    void bandwidthOfPublicServersIsLimitedByInternetGateway() throws Exception {
        RoomyAccount.type(aws, 16, "x86_64", 25, 50);
        AwsTestbedSettings outside = SETTINGS.toBuilder()
                .network(AwsNetwork.NewVpc.DEFAULT)
                .outsideServers(1)
                .build();

        assertThat(new ServerChecks(outside, 10).bandwidth(queries()).state()).isEqualTo(State.OK);
        assertThat(new ServerChecks(outside, 10)
                        .publicBandwidth(queries())
                        .meaning()
                        .toString())
                .startsWith("1 x c6in.xlarge has 5 Gbit/s, burst 5; 10 functions send 6.25");
    }

    @ParameterizedTest
    @CsvSource({
        "c6in.xlarge, true",
        "im4gn.large, true",
        "t3.micro, true",
        "hpc7g.4xlarge, false",
        "g5.xlarge, false",
        "mac2.metal, false",
        "x2gd.large, false",
        "trn1.2xlarge, false"
    })
    void theQuotaIsThatOfStandardFamilies(String type, boolean standard) {
        assertThat(VcpuQuotaCheck.standard(type)).isEqualTo(standard);
    }

    @Test
    void checksDependOnNetworkKind() {
        AwsTestbedSettings existing = SETTINGS.toBuilder()
                .network(new AwsNetwork.ExistingSubnet(VPC, SUBNET, null, "subnet-76543210"))
                .outsideServers(1)
                .build();
        AwsTestbedSettings own = SETTINGS.toBuilder()
                .network(new AwsNetwork.NewSubnet(VPC, Cidr.parse("10.8.2.0/24"), null))
                .outsideServers(0)
                .build();

        assertThat(titles(existing))
                .contains("subnet", "s3-route", "public-subnet", "public-bandwidth")
                .doesNotContain("vpc");
        assertThat(titles(own))
                .contains("subnet")
                .doesNotContain("vpc", "s3-route", "public-subnet", "public-bandwidth");
    }

    private Iterable<String> titles(AwsTestbedSettings settings) {
        return new Preflight(aws.account(), settings, 1, java.time.Clock.systemUTC())
                .titles()
                .keySet();
    }

    private CheckResult newSubnet(String block) throws QueryFailedException {
        return NewNetworkChecks.subnet(queries(), new AwsNetwork.NewSubnet(VPC, Cidr.parse(block), null));
    }

    private CheckResult existingSubnet() throws QueryFailedException {
        return new ExistingSubnetChecks(SETTINGS).subnet(queries(), existing(null));
    }

    private CheckResult s3Route(String endpointRouteTable) throws QueryFailedException {
        return new S3RouteCheck(existing(endpointRouteTable), "faasnetlab-lab").check(queries());
    }

    private CheckResult publicSubnet() throws QueryFailedException {
        return new ExistingSubnetChecks(SETTINGS).publicSubnet(queries(), VPC, SUBNET);
    }

    private static AwsNetwork.ExistingSubnet existing(String endpointRouteTable) {
        return new AwsNetwork.ExistingSubnet(VPC, SUBNET, endpointRouteTable, null);
    }

    private AwsQueries queries() {
        return new AwsQueries(aws.account());
    }

    private void subnet(String zone, int free) {
        aws.answer("DescribeSubnets", """
                <DescribeSubnetsResponse><subnetSet><item><subnetId>%s</subnetId><vpcId>%s</vpcId>
                <cidrBlock>10.8.1.0/24</cidrBlock><availableIpAddressCount>%d</availableIpAddressCount>
                <availabilityZone>%s</availabilityZone></item></subnetSet></DescribeSubnetsResponse>
                """.formatted(SUBNET, VPC, free, zone));
    }

    private void routes(String target) {
        String everywhere = target.isEmpty()
                ? ""
                : "<item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock>" + target + "</item>";
        aws.answer("DescribeRouteTables", """
                <DescribeRouteTablesResponse><routeTableSet><item><routeTableId>%s</routeTableId><vpcId>%s</vpcId>
                <routeSet>%s</routeSet></item></routeTableSet></DescribeRouteTablesResponse>
                """.formatted(ROUTES, VPC, everywhere));
    }

    private void endpoints(String routeTable) {
        String item = routeTable.isEmpty()
                ? ""
                : "<item><vpcEndpointId>vpce-1</vpcEndpointId><vpcEndpointType>Gateway</vpcEndpointType>"
                        + "<routeTableIdSet><item>" + routeTable + "</item></routeTableIdSet></item>";
        aws.answer(
                "DescribeVpcEndpoints",
                "<DescribeVpcEndpointsResponse><vpcEndpointSet>" + item
                        + "</vpcEndpointSet></DescribeVpcEndpointsResponse>");
    }
}
