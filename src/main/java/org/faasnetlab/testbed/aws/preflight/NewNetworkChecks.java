package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.Cidr;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/** Checks whether a new VPC or a new subnet can be created. */
final class NewNetworkChecks {
    private static final String QUOTA = "L-F678F1CE";

    private NewNetworkChecks() {}

    /** Whether the account's quota allows one more VPC in the Region. */
    static CheckResult vpc(AwsQueries aws) throws QueryFailedException {
        long there = aws.query(
                "ec2:DescribeVpcs",
                Ec2Client.builder(),
                ec2 -> ec2.describeVpcsPaginator().vpcs().stream().count());
        Double quota = aws.query(
                "servicequotas:GetServiceQuota",
                ServiceQuotasClient.builder(),
                quotas -> quotas.getServiceQuota(
                                request -> request.serviceCode("vpc").quotaCode(QUOTA))
                        .quota()
                        .value());
        if (quota == null) {
            return CheckResult.unknown(
                    Phrase.of("The VPC quota of the account is unknown; it has {0} VPCs.", there),
                    Phrase.of("The default quota is 5 per Region."));
        }
        String vpcs = String.format(Locale.ROOT, "%,d", there);
        String most = String.format(Locale.ROOT, "%,.0f", quota);
        return there < quota
                ? CheckResult.ok(Phrase.of("{0} has {1} of at most {2} VPCs.", aws.region(), vpcs, most))
                : CheckResult.problem(
                        Phrase.of(
                                "{0} has {1} of at most {2} VPCs, and a new one is required.",
                                aws.region(), vpcs, most),
                        Phrase.of(
                                "Choose an existing VPC, delete one, or request a higher 'VPCs per Region' quota in Service Quotas (VPC, {0}).",
                                QUOTA));
    }

    /** Whether a new subnet's addresses are free in the chosen VPC. */
    static CheckResult subnet(AwsQueries aws, AwsNetwork.NewSubnet network) throws QueryFailedException {
        Optional<Vpc> vpc = aws.query("ec2:DescribeVpcs", Ec2Client.builder(), ec2 -> vpc(ec2, network.vpcId()));
        if (vpc.isEmpty()) {
            return CheckResult.problem(
                    Phrase.of("VPC {0} does not exist in {1}.", network.vpcId(), aws.region()),
                    Phrase.of("Choose another VPC or Region."));
        }
        Cidr wanted = network.subnet();
        List<String> blocks = vpc.get().cidrBlockAssociationSet().stream()
                .map(VpcCidrBlockAssociation::cidrBlock)
                .toList();
        if (blocks.stream().noneMatch(block -> Cidr.parse(block).contains(wanted))) {
            return CheckResult.problem(
                    Phrase.of("{0} is outside the CIDR blocks of the VPC, {1}.", wanted, String.join(", ", blocks)),
                    Phrase.of("Choose a block within the VPC."));
        }
        List<Subnet> subnets =
                aws.query("ec2:DescribeSubnets", Ec2Client.builder(), ec2 -> subnets(ec2, network.vpcId()));
        // IPv6-only subnets have no IPv4 block.
        Optional<Subnet> inTheWay = subnets.stream()
                .filter(subnet -> subnet.cidrBlock() != null)
                .filter(subnet -> Cidr.parse(subnet.cidrBlock()).overlaps(wanted))
                .findFirst();
        if (inTheWay.isPresent()) {
            return CheckResult.problem(
                    Phrase.of(
                            "{0} overlaps {1} with {2}.",
                            wanted, inTheWay.get().subnetId(), inTheWay.get().cidrBlock()),
                    Phrase.of("Choose a block that no subnet of the VPC uses."));
        }
        boolean dns = aws.query(
                "ec2:DescribeVpcAttribute",
                Ec2Client.builder(),
                ec2 -> SubnetRoutes.hasDnsSupport(ec2, network.vpcId()));
        return dns
                ? CheckResult.ok(Phrase.of("{0} is available in {1}.", wanted, network.vpcId()))
                : SubnetRoutes.noDnsSupport(network.vpcId());
    }

    private static Optional<Vpc> vpc(Ec2Client ec2, String vpcId) {
        return ec2
                .describeVpcs(request -> request.filters(
                        Filter.builder().name("vpc-id").values(vpcId).build()))
                .vpcs()
                .stream()
                .findFirst();
    }

    private static List<Subnet> subnets(Ec2Client ec2, String vpcId) {
        return ec2
                .describeSubnetsPaginator(request -> request.filters(
                        Filter.builder().name("vpc-id").values(vpcId).build()))
                .subnets()
                .stream()
                .toList();
    }
}
