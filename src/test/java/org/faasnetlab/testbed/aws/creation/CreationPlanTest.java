package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.faasnetlab.testbed.aws.policy.SecurityReview;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.Test;

class CreationPlanTest {

    @Test
    void planShowsResourcesCostAndPolicy() {
        String text =
                new CreationPlan(AwsTestbedSettings.defaults("lab", "eu-central-1a"), PriceTable.bundled()).text();

        assertThat(text.replaceAll("\\s+", " "))
                .contains("one CloudFormation stack, faasnetlab-lab")
                .contains("a new VPC 10.83.0.0/22, subnet 10.83.0.0/24, gateway endpoint for S3; no NAT gateway")
                .contains("From internet nothing: no public address and no internet gateway")
                .contains("'faasnetlab aws teardown lab' removes all of it")
                .contains("1 x c6in.xlarge in eu-central-1a, iperf3 on TCP ports 5201 to 5300")
                .contains("terminates itself 120 minutes after it started")
                .contains("$0.23 an hour, idle or not; at most $0.46 until the lease ends")
                .contains("$0.13 for 100 functions of 1,769 MB that run for 45 s each")
                .contains("Prices of the program's own table for us-east-1 of 2026-11-23, some of them not"
                        + " verified; without tax and discounts. Your Region's may differ.")
                .contains("\"cloudformation:CreateStack\"")
                .contains("AWSTemplateFormatVersion")
                .doesNotContain("Public servers");
    }

    @Test
    void planShowsPublicServersAndTrafficCost() {
        AwsTestbedSettings settings = new AwsTestbedSettings(
                "lab",
                1,
                2,
                10,
                "m9.odd",
                Architecture.ARM64,
                "eu-central-1a",
                new AwsNetwork.ExistingSubnet("vpc-01234567", "subnet-01234567", "rtb-01234567", "subnet-76543210"),
                Duration.ofMinutes(30),
                "java25",
                1024);
        CreationPlan plan = new CreationPlan(settings, PriceTable.bundled());

        assertThat(plan.resources())
                .contains("subnet-01234567 in vpc-01234567, as it is but for a gateway endpoint for S3 in rtb-01234567")
                .contains("2 x m9.odd with public addresses, for the function outside the VPC")
                .contains("java25 on arm64, one inside the VPC, one outside");
        assertThat(new SecurityReview(settings).networkAccess())
                .contains("Public servers: HTTPS, also to what your VPC offers by it.");
        assertThat(plan.cost())
                .contains("unknown: there is no price for m9.odd")
                .contains("to and from public addresses $0.01 a GB in each direction");
    }

    @Test
    void everyStatementOfThePolicyIsExplainedAndTheDocumentIsWhole() throws Exception {
        String text = new CreationPlan(AwsTestbedSettings.defaults("lab", "eu-central-1a"), PriceTable.bundled())
                .withoutTemplate();
        String notes = text.substring(text.indexOf("== Why you need"), text.indexOf("== The IAM policy\n"));

        assertThat(UserPolicy.statements())
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
    void planShowsExposureToTheInternet() {
        AwsTestbedSettings outside = new AwsTestbedSettings(
                "lab",
                1,
                1,
                10,
                "c6in.large",
                Architecture.X86_64,
                "eu-central-1a",
                AwsNetwork.NewVpc.DEFAULT,
                Duration.ofMinutes(30),
                "java21",
                1024);

        assertThat(new SecurityReview(outside).networkAccess())
                .contains("From internet   TCP 5201 to 5210 of the public servers, from any address")
                .contains("The function outside has it in its environment")
                .contains("Public servers: HTTPS. The function outside the VPC: all")
                .contains("public ones nothing");
    }
}
