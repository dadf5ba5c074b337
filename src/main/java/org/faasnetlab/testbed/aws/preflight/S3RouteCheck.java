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
    private final String stackName;

    S3RouteCheck(AwsNetwork.ExistingSubnet network, String stackName) {
        this.network = network;
        this.stackName = stackName;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        Optional<RouteTable> found = SubnetRoutes.of(aws, network.vpcId(), network.subnetId());
        if (found.isEmpty()) {
            return CheckResult.unknown(
                    "EC2 reports no route table for " + network.subnetId() + ".",
                    "Check that the subnet belongs to the VPC.");
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
            return policy(aws, gateway.get())
                    .orElseGet(() -> CheckResult.ok(network.subnetId() + " reaches S3 through endpoint "
                            + gateway.get().vpcEndpointId() + "."));
        }
        Optional<VpcEndpoint> shared = endpoints.stream()
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.privateDnsEnabled()))
                .findFirst();
        Optional<CheckResult> forbidden = shared.flatMap(endpoint -> policy(aws, endpoint));
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        if (shared.isPresent()) {
            return CheckResult.warning(
                    "The VPC reaches S3 through an interface endpoint, which is charged per GB and may limit S3"
                            + " measurements.",
                    "Specify route table " + table.routeTableId() + " to create a gateway endpoint.");
        }
        return withoutEndpoint(table);
    }

    /** What the policy of an endpoint forbids; empty if it allows what servers and functions need. */
    private Optional<CheckResult> policy(AwsQueries aws, VpcEndpoint endpoint) {
        EndpointPolicy.Verdict verdict = new EndpointPolicy(endpoint.policyDocument())
                .evaluate(EndpointPolicy.requests(aws.region(), stackName));
        String policy = "The policy of endpoint " + endpoint.vpcEndpointId();
        if (!verdict.forbidden().isEmpty()) {
            return Optional.of(CheckResult.problem(
                    policy + " does not allow servers and functions to " + String.join(", ", verdict.forbidden()) + ".",
                    "Allow it there, with the resources that 'faasnetlab aws plan --show-template' lists for its own"
                            + " endpoint, or use a new subnet."));
        }
        return verdict.certain()
                ? Optional.empty()
                : Optional.of(CheckResult.unknown(
                        policy + " has conditions, so it is unknown whether servers and functions reach S3.",
                        "Check that it allows them, or use a new subnet."));
    }

    private CheckResult newEndpoint(String ofSubnet, String named, Optional<VpcEndpoint> there) {
        if (!ofSubnet.equals(named)) {
            return CheckResult.problem(
                    network.subnetId() + " uses route table " + ofSubnet + ", not " + named
                            + "; an endpoint there has no effect.",
                    "Specify " + ofSubnet + ".");
        }
        return there.<CheckResult>map(endpoint -> CheckResult.problem(
                        named + " already has endpoint " + endpoint.vpcEndpointId()
                                + " for S3, and AWS does not allow a second one.",
                        "Remove the route table: the subnet already reaches S3."))
                .orElseGet(() -> CheckResult.ok("An S3 endpoint will be created in " + named + "."));
    }

    private CheckResult withoutEndpoint(RouteTable table) {
        String remedy = "Specify route table " + table.routeTableId() + " to create an S3 endpoint.";
        Optional<Route> defaultRoute = SubnetRoutes.defaultRoute(table);
        if (defaultRoute.isEmpty()) {
            return CheckResult.problem(network.subnetId() + " has no route to S3.", remedy);
        }
        if (defaultRoute.get().natGatewayId() != null) {
            return CheckResult.warning(
                    network.subnetId() + " reaches S3 through a NAT gateway, which is charged per GB and may limit S3"
                            + " measurements.",
                    remedy);
        }
        if (SubnetRoutes.toInternetGateway(defaultRoute.get())) {
            return CheckResult.problem(
                    network.subnetId()
                            + " has an outbound route for public addresses only, which functions do not have.",
                    remedy);
        }
        return CheckResult.unknown(
                network.subnetId() + " routes S3 traffic to another network of yours.",
                "Make sure that S3 is reachable from there, or specify route table " + table.routeTableId()
                        + " to create an endpoint.");
    }
}
