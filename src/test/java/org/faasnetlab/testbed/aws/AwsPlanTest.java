package org.faasnetlab.testbed.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AwsPlanTest {

    @Test
    void itSaysWhatIsMadeWhatItCostsAndWhatIsNeeded() {
        String text = new AwsPlan(AwsTestbedSettings.defaults("lab", "eu-central-1a"), new PriceTable()).text();

        assertThat(text)
                .contains("one CloudFormation stack, faasnetlab-lab")
                .contains("a new VPC 10.83.0.0/22, subnet 10.83.0.0/24, endpoint for S3; no NAT, no way out")
                .contains("1 x c6in.xlarge in eu-central-1a, iperf3 on TCP ports 5201 to 5300")
                .contains("terminates itself 120 minutes after it started")
                .contains("$0.23 an hour, at most $0.46 until the lease ends")
                .contains("$0.13 for 100 functions of 1,769 MB that run for 45 s each")
                .contains("Prices of the program's own table for us-east-1 of 2026-11-23; the program's own table, not"
                        + " verified, for us-east-1 of 2026-11-23; without tax and discounts.")
                .contains("\"cloudformation:CreateStack\"")
                .contains("AWSTemplateFormatVersion")
                .doesNotContain("public addresses, the same ports");
    }

    @Test
    void publicServersAndWhatTheirTrafficCostsAreSaid() {
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
        AwsPlan plan = new AwsPlan(settings, new PriceTable());

        assertThat(plan.resources())
                .contains("subnet-01234567 in vpc-01234567, with an endpoint for S3 in rtb-01234567")
                .contains("2 x m9.odd with public addresses, the same ports open to everyone, iperf3 behind a password")
                .contains("java25 on arm64, one inside the VPC, one outside");
        assertThat(plan.cost())
                .contains("unknown: there is no price for m9.odd")
                .contains("to and from public addresses $0.01 a GB in each direction");
    }
}
