package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.Cidr;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;

/** Checks whether a new subnet's addresses are free in the chosen VPC. */
final class NewSubnetCheck implements PreflightCheck {

    private final AwsNetwork.NewSubnet network;

    NewSubnetCheck(AwsNetwork.NewSubnet network) {
        this.network = network;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        Optional<Vpc> vpc = aws.query("ec2:DescribeVpcs", Ec2Client.builder(), this::vpc);
        if (vpc.isEmpty()) {
            return CheckResult.problem(
                    "VPC " + network.vpcId() + " does not exist in " + aws.region() + ".",
                    "Choose another VPC or Region.");
        }
        Cidr wanted = network.subnet();
        List<String> blocks = vpc.get().cidrBlockAssociationSet().stream()
                .map(VpcCidrBlockAssociation::cidrBlock)
                .toList();
        if (blocks.stream().noneMatch(block -> Cidr.parse(block).contains(wanted))) {
            return CheckResult.problem(
                    wanted + " is outside the CIDR blocks of the VPC, " + String.join(", ", blocks) + ".",
                    "Choose a block within the VPC.");
        }
        List<Subnet> subnets = aws.query("ec2:DescribeSubnets", Ec2Client.builder(), this::subnets);
        // IPv6-only subnets have no IPv4 block.
        Optional<Subnet> inTheWay = subnets.stream()
                .filter(subnet -> subnet.cidrBlock() != null)
                .filter(subnet -> Cidr.parse(subnet.cidrBlock()).overlaps(wanted))
                .findFirst();
        if (inTheWay.isPresent()) {
            return CheckResult.problem(
                    wanted + " overlaps " + inTheWay.get().subnetId() + " with "
                            + inTheWay.get().cidrBlock() + ".",
                    "Choose a block that no subnet of the VPC uses.");
        }
        boolean dns = aws.query(
                "ec2:DescribeVpcAttribute",
                Ec2Client.builder(),
                ec2 -> SubnetRoutes.hasDnsSupport(ec2, network.vpcId()));
        return dns
                ? CheckResult.ok(wanted + " is available in " + network.vpcId() + ".")
                : SubnetRoutes.noDnsSupport(network.vpcId());
    }

    private Optional<Vpc> vpc(Ec2Client ec2) {
        return ec2
                .describeVpcs(request ->
                        request.filters(filter -> filter.name("vpc-id").values(network.vpcId())))
                .vpcs()
                .stream()
                .findFirst();
    }

    private List<Subnet> subnets(Ec2Client ec2) {
        return ec2
                .describeSubnetsPaginator(request ->
                        request.filters(filter -> filter.name("vpc-id").values(network.vpcId())))
                .subnets()
                .stream()
                .toList();
    }
}
