package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
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
                    Phrase.of("EC2 reports no route table for {0}.", network.subnetId()),
                    Phrase.of("Check that the subnet belongs to the VPC."));
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
                    .orElseGet(() -> CheckResult.ok(Phrase.of(
                            "{0} reaches S3 through endpoint {1}.",
                            network.subnetId(), gateway.get().vpcEndpointId())));
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
                    Phrase.of(
                            "The VPC reaches S3 through an interface endpoint, which is charged per GB and may limit S3 measurements."),
                    Phrase.of("Specify route table {0} to create a gateway endpoint.", table.routeTableId()));
        }
        return withoutEndpoint(table);
    }

    /** What the policy of an endpoint forbids; empty if it allows what servers and functions need. */
    private Optional<CheckResult> policy(AwsQueries aws, VpcEndpoint endpoint) {
        EndpointPolicy.Verdict verdict = new EndpointPolicy(endpoint.policyDocument())
                .evaluate(EndpointPolicy.requests(aws.region(), stackName));
        String id = endpoint.vpcEndpointId();
        if (!verdict.forbidden().isEmpty()) {
            return Optional.of(
                    CheckResult.problem(
                            Phrase.of(
                                    "The policy of endpoint {0} does not allow servers and functions to {1}.",
                                    id, Phrase.join(", ", verdict.forbidden())),
                            Phrase.of(
                                    "Allow it there, with the resources that 'faasnetlab aws plan --show-template' lists for its own endpoint, or use a new subnet.")));
        }
        return verdict.certain()
                ? Optional.empty()
                : Optional.of(CheckResult.unknown(
                        Phrase.of(
                                "The policy of endpoint {0} has conditions, so it is unknown whether servers and functions reach S3.",
                                id),
                        Phrase.of("Check that it allows them, or use a new subnet.")));
    }

    private CheckResult newEndpoint(String ofSubnet, String named, Optional<VpcEndpoint> there) {
        if (!ofSubnet.equals(named)) {
            return CheckResult.problem(
                    Phrase.of(
                            "{0} uses route table {1}, not {2}; an endpoint there has no effect.",
                            network.subnetId(), ofSubnet, named),
                    Phrase.of("Specify {0}.", ofSubnet));
        }
        return there.<CheckResult>map(endpoint -> CheckResult.problem(
                        Phrase.of(
                                "{0} already has endpoint {1} for S3, and AWS does not allow a second one.",
                                named, endpoint.vpcEndpointId()),
                        Phrase.of("Remove the route table: the subnet already reaches S3.")))
                .orElseGet(() -> CheckResult.ok(Phrase.of("An S3 endpoint will be created in {0}.", named)));
    }

    private CheckResult withoutEndpoint(RouteTable table) {
        Phrase remedy = Phrase.of("Specify route table {0} to create an S3 endpoint.", table.routeTableId());
        Optional<Route> defaultRoute = SubnetRoutes.defaultRoute(table);
        if (defaultRoute.isEmpty()) {
            return CheckResult.problem(Phrase.of("{0} has no route to S3.", network.subnetId()), remedy);
        }
        if (defaultRoute.get().natGatewayId() != null) {
            return CheckResult.warning(
                    Phrase.of(
                            "{0} reaches S3 through a NAT gateway, which is charged per GB and may limit S3 measurements.",
                            network.subnetId()),
                    remedy);
        }
        if (SubnetRoutes.toInternetGateway(defaultRoute.get())) {
            return CheckResult.problem(
                    Phrase.of(
                            "{0} has an outbound route for public addresses only, which functions do not have.",
                            network.subnetId()),
                    remedy);
        }
        return CheckResult.unknown(
                Phrase.of("{0} routes S3 traffic to another network of yours.", network.subnetId()),
                Phrase.of(
                        "Make sure that S3 is reachable from there, or specify route table {0} to create an endpoint.",
                        table.routeTableId()));
    }
}
