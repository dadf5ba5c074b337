package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Queries a subnet of the user's and its routes. */
final class SubnetRoutes {
    private static final String ANY_ADDRESS = "0.0.0.0/0";

    private SubnetRoutes() {}

    /** The subnet with this ID; empty if the Region has none. */
    static Optional<Subnet> subnet(AwsQueries aws, String id) throws QueryFailedException {
        return aws.query(
                "ec2:DescribeSubnets",
                Ec2Client.builder(),
                ec2 -> ec2.describeSubnets(request -> request.filters(filter("subnet-id", id))).subnets().stream()
                        .findFirst());
    }

    /** The subnet's route table: its own, or else the main one of its VPC. */
    static Optional<RouteTable> of(AwsQueries aws, String vpcId, String subnetId) throws QueryFailedException {
        return aws.query("ec2:DescribeRouteTables", Ec2Client.builder(), ec2 -> {
            List<RouteTable> own = tables(ec2, filter("association.subnet-id", subnetId));
            return (own.isEmpty() ? tables(ec2, filter("vpc-id", vpcId), filter("association.main", "true")) : own)
                    .stream().findFirst();
        });
    }

    /** The route for all addresses that have no route of their own. */
    static Optional<Route> defaultRoute(RouteTable table) {
        return table.routes().stream()
                .filter(route -> ANY_ADDRESS.equals(route.destinationCidrBlock()))
                .findFirst();
    }

    static boolean toInternetGateway(Route route) {
        return route.gatewayId() != null && route.gatewayId().startsWith("igw-");
    }

    /** Whether the VPC resolves DNS names, which servers need to reach S3. */
    static boolean hasDnsSupport(Ec2Client ec2, String vpcId) {
        return ec2.describeVpcAttribute(request -> request.vpcId(vpcId).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                .enableDnsSupport()
                .value();
    }

    static CheckResult noDnsSupport(String vpcId) {
        return CheckResult.problem(
                Phrase.of("DNS resolution is disabled in {0}, so its servers cannot find S3.", vpcId),
                Phrase.of("Enable DNS resolution for the VPC."));
    }

    static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static List<RouteTable> tables(Ec2Client ec2, Filter... filters) {
        return ec2.describeRouteTables(request -> request.filters(filters)).routeTables();
    }
}
