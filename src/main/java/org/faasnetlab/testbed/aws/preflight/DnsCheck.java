package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.testbed.aws.stack.VpcDns;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;

/**
 * Checks which DNS servers the user's VPC has. The testbed opens port 53 to its own servers; whether they are reachable
 * and resolve S3's names cannot be seen from outside.
 */
final class DnsCheck implements PreflightCheck {
    private final String vpcId;
    private final boolean newSubnet;

    /** @param newSubnet whether the testbed's subnet is new, and so has no routes out of the VPC */
    DnsCheck(String vpcId, boolean newSubnet) {
        this.vpcId = vpcId;
        this.newSubnet = newSubnet;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        List<String> servers =
                aws.query("ec2:DescribeDhcpOptions", Ec2Client.builder(), ec2 -> VpcDns.ownServers(ec2, vpcId));
        if (servers.isEmpty()) {
            return CheckResult.ok(Phrase.of("{0} uses the DNS of AWS.", vpcId));
        }
        if (newSubnet) {
            List<Cidr> blocks = aws.query("ec2:DescribeVpcs", Ec2Client.builder(), this::blocks);
            List<String> unreachable =
                    servers.stream().filter(server -> !isWithin(server, blocks)).toList();
            if (!unreachable.isEmpty()) {
                return CheckResult.problem(
                        Phrase.of(
                                "{0} uses DNS servers outside the VPC, {1}, to which a new subnet has no route; its servers cannot find S3.",
                                vpcId, String.join(", ", unreachable)),
                        Phrase.of("Use an existing subnet with a route to them, or a new VPC."));
            }
        }
        return CheckResult.warning(
                Phrase.of(
                        "{0} uses its own DNS servers, {1}. The testbed opens port 53 to exactly these addresses; they must resolve the names of S3.",
                        vpcId, String.join(", ", servers)),
                Phrase.of("Check that they are reachable from the subnet, or use a VPC with the DNS of AWS."));
    }

    private List<Cidr> blocks(Ec2Client ec2) {
        return ec2
                .describeVpcs(request -> request.filters(
                        Filter.builder().name("vpc-id").values(vpcId).build()))
                .vpcs()
                .stream()
                .map(Vpc::cidrBlockAssociationSet)
                .flatMap(List::stream)
                .map(VpcCidrBlockAssociation::cidrBlock)
                .map(Cidr::parse)
                .toList();
    }

    private static boolean isWithin(String address, List<Cidr> blocks) {
        // A block of one address cannot be a Cidr, whose prefixes are those of VPCs; /28 is the smallest.
        long value = 0;
        for (String octet : address.split("\\.")) {
            value = value << 8 | Integer.parseInt(octet);
        }
        Cidr around = new Cidr(value & ~15L, 28);
        return blocks.stream().anyMatch(block -> block.contains(around));
    }
}
