package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.faasnetlab.testbed.aws.policy.SecurityReview;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.Test;

class CreationPlanTest {

    @Test
    void planShowsResourcesCostAndPolicy() {
        String text = new CreationPlan(
                        AwsTestbedSettings.defaults("lab", "eu-central-1a"), 8, "eu-central-1", PriceTable.bundled())
                .text();

        assertThat(text.replaceAll("\\s+", " "))
                .contains("one CloudFormation stack, faasnetlab-lab")
                .contains("new VPC 10.83.0.0/22, subnet 10.83.0.0/24, S3 gateway endpoint; no NAT gateway")
                .contains("From internet nothing: no public addresses, no internet gateway")
                .contains("'faasnetlab aws teardown lab' deletes all resources")
                .contains("1 x c6in.xlarge in eu-central-1a, iperf3 on TCP ports 5201 to 5300")
                .contains("terminates itself 120 minutes after it starts")
                .contains("$0.23 per hour, idle or not; at most $0.46 until the lease expires")
                .contains("$0.02 for 8 functions with 1,769 MB, 45 s each: 30 s of traffic")
                .contains("Prices from the built-in price table for us-east-1, 2026-11-23, some of them"
                        + " unverified; excluding tax and discounts. Prices in your Region may differ.")
                .contains("\"cloudformation:CreateStack\"")
                .contains("AWSTemplateFormatVersion")
                .doesNotContain("Public servers");
    }

    @Test
    void planShowsPublicServersAndTrafficCost() {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder()
                .outsideServers(2)
                .portsPerServer(10)
                .serverType("m9.odd")
                .architecture(Architecture.ARM64)
                .network(new AwsNetwork.ExistingSubnet(
                        "vpc-01234567", "subnet-01234567", "rtb-01234567", "subnet-76543210"))
                .lease(Duration.ofMinutes(30))
                .runtime("java25")
                .memoryMb(1024)
                .build();
        CreationPlan plan = new CreationPlan(settings, 1, "eu-central-1", PriceTable.bundled());

        assertThat(plan.resources())
                .contains(
                        "subnet-01234567 in vpc-01234567, unchanged except for an S3 gateway endpoint in rtb-01234567")
                .contains("2 x m9.odd with public addresses, for the function outside the VPC")
                .contains("java25 on arm64, one inside the VPC, one outside");
        assertThat(new SecurityReview(settings).networkAccess())
                .contains("Public servers: HTTPS, also to resources in your VPC.");
        assertThat(plan.cost())
                .contains("unknown: no price available for m9.odd")
                .contains("for 1 function with 1,024 MB")
                .contains("$0.01 per GB in each direction to and from public addresses");
    }

    @Test
    void everyStatementOfThePolicyIsExplainedAndTheDocumentIsWhole() throws Exception {
        String text = new CreationPlan(
                        AwsTestbedSettings.defaults("lab", "eu-central-1a"), 8, "eu-central-1", PriceTable.bundled())
                .text(true);
        String notes = text.substring(text.indexOf("== Reason for each"), text.indexOf("== IAM policy\n"));

        assertThat(UserPolicy.statements("eu-central-1"))
                .allSatisfy(statement -> assertThat(notes).containsPattern("\\n" + statement.sid() + "\\n {16}\\S"));
        assertThat(new ObjectMapper()
                        .readTree(text.substring(text.indexOf('{')))
                        .get("Version")
                        .asText())
                .isEqualTo("2012-10-17");
        assertThat(text.substring(0, text.indexOf('{')).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void exposureIsThatOfTheKindOfNetwork() {
        AwsTestbedSettings.Builder lab = AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder();

        assertThat(exposure(lab.network(AwsNetwork.NewVpc.DEFAULT).build()))
                .contains("From internet nothing: no public addresses, no internet gateway To");
        assertThat(exposure(lab.network(new AwsNetwork.NewSubnet("vpc-01234567", Cidr.parse("10.0.1.0/24"), null))
                        .build()))
                .contains(
                        "From internet nothing: no public addresses, and the new subnet has no route to an internet gateway");
        assertThat(exposure(lab.network(new AwsNetwork.ExistingSubnet("vpc-01234567", "subnet-01234567", null, null))
                        .build()))
                .contains(
                        "From internet nothing: the servers get no public IPv4 addresses, even if your subnet assigns them");
    }

    private static String exposure(AwsTestbedSettings settings) {
        return new SecurityReview(settings).networkAccess().replaceAll("\\s+", " ");
    }

    @Test
    void pricesOfOtherRegionsSayNothingAboutChina() {
        CreationPlan plan = new CreationPlan(
                AwsTestbedSettings.defaults("lab", "cn-north-1a"), 8, "cn-north-1", PriceTable.bundled());

        assertThat(plan.cost())
                .contains("price list of AWS China is not available")
                .doesNotContain("$");
    }

    @Test
    void boundaryOfTheRolesIsAConditionOfThePolicy() {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder()
                .permissionsBoundary("arn:aws:iam::123456789012:policy/limits")
                .build();

        assertThat(new CreationPlan(settings, 8, "eu-central-1", PriceTable.bundled())
                        .text(true)
                        .replaceAll("\\s+", " "))
                .contains("{\"iam:PermissionsBoundary\": \"arn:aws:iam::123456789012:policy/limits\"}")
                .contains("any permission within arn:aws:iam::123456789012:policy/limits into a role");
    }

    @Test
    void planShowsExposureToTheInternet() {
        AwsTestbedSettings outside = AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder()
                .outsideServers(1)
                .portsPerServer(10)
                .serverType("c6in.large")
                .lease(Duration.ofMinutes(30))
                .memoryMb(1024)
                .build();

        assertThat(new SecurityReview(outside).networkAccess())
                .contains("From internet   TCP 5201 to 5210 of the public servers, from any address")
                .contains("The function outside the VPC has it in its environment")
                .contains("Public servers: HTTPS. Function outside the VPC: unrestricted")
                .contains("public servers: nothing");
        assertThat(exposure(outside))
                .contains("UDP 5200 answers latency probes made with the key of the testbed, and nothing else")
                .contains("UDP 5200 to 5210 for latency probes and UDP tests")
                .contains("with as many bytes, and at most 2,000 a second.");
    }
}
