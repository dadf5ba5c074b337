package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * Checks whether servers and functions in the chosen subnet reach S3, or will with the endpoint that the testbed
 * creates.
 */
final class S3RouteCheck implements PreflightCheck {

    private final AwsNetwork.ExistingSubnet network;

    S3RouteCheck(AwsNetwork.ExistingSubnet network) {
        this.network = network;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        Optional<RouteTable> found = SubnetRoutes.of(aws, network.vpcId(), network.subnetId());
        if (found.isEmpty()) {
            return CheckResult.unknown(
                    "EC2 names no route table for " + network.subnetId() + ".", "Check that the subnet is the VPC's.");
        }
        RouteTable table = found.get();
        List<VpcEndpoint> endpoints = aws.query(
                "ec2:DescribeVpcEndpoints",
                Ec2Client.builder(),
                ec2 -> ec2.describeVpcEndpoints(request -> request.filters(
                                SubnetRoutes.filter("vpc-id", network.vpcId()),
                                SubnetRoutes.filter("service-name", "com.amazonaws." + aws.region() + ".s3")))
                        .vpcEndpoints());
        Optional<VpcEndpoint> gateway = endpoints.stream()
                .filter(endpoint -> endpoint.vpcEndpointType() == VpcEndpointType.GATEWAY)
                .filter(endpoint -> endpoint.routeTableIds().contains(table.routeTableId()))
                .findFirst();
        if (network.endpointRouteTableId() != null) {
            return newEndpoint(table.routeTableId(), network.endpointRouteTableId(), gateway);
        }
        if (gateway.isPresent()) {
            return CheckResult.ok(network.subnetId() + " reaches S3 by the endpoint "
                    + gateway.get().vpcEndpointId() + ".");
        }
        if (endpoints.stream().anyMatch(endpoint -> Boolean.TRUE.equals(endpoint.privateDnsEnabled()))) {
            return CheckResult.warning(
                    "The VPC reaches S3 by an interface endpoint, which costs for every GB and may limit S3"
                            + " measurements.",
                    "Name the route table " + table.routeTableId() + " to have a gateway endpoint made.");
        }
        return withoutEndpoint(table);
    }

    private CheckResult newEndpoint(String ofSubnet, String named, Optional<VpcEndpoint> there) {
        if (!ofSubnet.equals(named)) {
            return CheckResult.problem(
                    network.subnetId() + " has the route table " + ofSubnet + ", not " + named
                            + "; an endpoint there would not help.",
                    "Name " + ofSubnet + ".");
        }
        return there.<CheckResult>map(endpoint -> CheckResult.problem(
                        named + " has the endpoint " + endpoint.vpcEndpointId()
                                + " for S3 already, and AWS refuses a second one.",
                        "Name no route table: the subnet reaches S3 as it is."))
                .orElseGet(() -> CheckResult.ok(named + " gets an endpoint for S3."));
    }

    private CheckResult withoutEndpoint(RouteTable table) {
        String remedy = "Name the route table " + table.routeTableId() + " to have an endpoint for S3 made.";
        Optional<Route> defaultRoute = SubnetRoutes.defaultRoute(table);
        if (defaultRoute.isEmpty()) {
            return CheckResult.problem(network.subnetId() + " has no way to S3.", remedy);
        }
        if (defaultRoute.get().natGatewayId() != null) {
            return CheckResult.warning(
                    network.subnetId() + " reaches S3 through a NAT gateway, which costs for every GB and may limit S3"
                            + " measurements.",
                    remedy);
        }
        if (SubnetRoutes.toInternetGateway(defaultRoute.get())) {
            return CheckResult.problem(
                    network.subnetId() + " has a way out for public addresses alone, and functions have none.", remedy);
        }
        return CheckResult.unknown(
                network.subnetId() + " sends what goes to S3 on to another network of yours.",
                "Make sure that S3 is reached from there, or name the route table " + table.routeTableId()
                        + " to have an endpoint made.");
    }
}
