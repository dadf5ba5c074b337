package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** A subnet of the user's and the way out of it. */
final class SubnetRoutes {
    private static final String EVERYWHERE = "0.0.0.0/0";

    private SubnetRoutes() {}

    /** The subnet with that id, if the Region has it. */
    static Optional<Subnet> subnet(AwsQueries aws, String id) throws QueryFailedException {
        return aws.ask(
                "ec2:DescribeSubnets",
                Ec2Client.builder(),
                ec2 -> ec2.describeSubnets(request -> request.filters(filter("subnet-id", id))).subnets().stream()
                        .findFirst());
    }

    /** The subnet's route table: its own, or else its VPC's main one. */
    static Optional<RouteTable> of(AwsQueries aws, String vpcId, String subnetId) throws QueryFailedException {
        return aws.ask("ec2:DescribeRouteTables", Ec2Client.builder(), ec2 -> {
            List<RouteTable> own = tables(ec2, filter("association.subnet-id", subnetId));
            return (own.isEmpty() ? tables(ec2, filter("vpc-id", vpcId), filter("association.main", "true")) : own)
                    .stream().findFirst();
        });
    }

    /** Where traffic goes that has no route of its own. */
    static Optional<Route> everywhere(RouteTable table) {
        return table.routes().stream()
                .filter(route -> EVERYWHERE.equals(route.destinationCidrBlock()))
                .findFirst();
    }

    static boolean toInternetGateway(Route route) {
        return route.gatewayId() != null && route.gatewayId().startsWith("igw-");
    }

    /** Whether servers in the VPC can look up S3's names. */
    static boolean resolvesNames(Ec2Client ec2, String vpcId) {
        return ec2.describeVpcAttribute(request -> request.vpcId(vpcId).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                .enableDnsSupport()
                .value();
    }

    static CheckResult noNames(String vpcId) {
        return CheckResult.problem(
                "DNS resolution is disabled in " + vpcId + ", so its servers cannot find S3.",
                "Enable DNS resolution for the VPC.");
    }

    static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static List<RouteTable> tables(Ec2Client ec2, Filter... filters) {
        return ec2.describeRouteTables(request -> request.filters(filters)).routeTables();
    }
}
