package org.faasnetlab.testbed.aws.deletion;

import java.util.List;
import java.util.Map;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/**
 * Deletes parts of a testbed's network whose stack is gone, as when someone deleted the stack and told it to retain them.
 * Takes the ids of what bears the testbed's tag, by their kinds.
 */
final class NetworkLeftovers {

    private final DeletionCalls calls;
    private final Ec2Client ec2;

    NetworkLeftovers(DeletionCalls calls, Ec2Client ec2) {
        this.calls = calls;
        this.ec2 = ec2;
    }

    /** Deletes what nothing else uses any more; what is still in use can go the next time. */
    void delete(Map<String, List<String>> tagged) throws AwsAccessException, InterruptedException {
        List<String> endpoints = tagged.getOrDefault("vpc-endpoint", List.of());
        if (!endpoints.isEmpty()) {
            calls.ask(
                    "ec2:DeleteVpcEndpoints",
                    () -> ec2.deleteVpcEndpoints(request -> request.vpcEndpointIds(endpoints)));
        }
        for (String id : tagged.getOrDefault("launch-template", List.of())) {
            calls.ask(
                    "ec2:DeleteLaunchTemplate",
                    () -> ec2.deleteLaunchTemplate(request -> request.launchTemplateId(id)));
        }
        revokeRules(tagged.getOrDefault("security-group", List.of()));
        for (String id : tagged.getOrDefault("security-group", List.of())) {
            calls.ask("ec2:DeleteSecurityGroup", () -> ec2.deleteSecurityGroup(request -> request.groupId(id)));
        }
        for (String id : tagged.getOrDefault("subnet", List.of())) {
            calls.ask("ec2:DeleteSubnet", () -> ec2.deleteSubnet(request -> request.subnetId(id)));
        }
        for (String id : tagged.getOrDefault("route-table", List.of())) {
            calls.ask("ec2:DeleteRouteTable", () -> ec2.deleteRouteTable(request -> request.routeTableId(id)));
        }
        detach(tagged.getOrDefault("internet-gateway", List.of()));
        for (String id : tagged.getOrDefault("internet-gateway", List.of())) {
            calls.ask(
                    "ec2:DeleteInternetGateway",
                    () -> ec2.deleteInternetGateway(request -> request.internetGatewayId(id)));
        }
        for (String id : tagged.getOrDefault("vpc", List.of())) {
            calls.ask("ec2:DeleteVpc", () -> ec2.deleteVpc(request -> request.vpcId(id)));
        }
    }

    /** Groups whose rules name each other keep each other. */
    private void revokeRules(List<String> groups) throws AwsAccessException, InterruptedException {
        if (groups.isEmpty()) {
            return;
        }
        List<SecurityGroup> found = calls.all(
                        "ec2:DescribeSecurityGroups",
                        token -> ec2.describeSecurityGroups(
                                request -> request.groupIds(groups).nextToken(token)),
                        DescribeSecurityGroupsResponse::securityGroups,
                        DescribeSecurityGroupsResponse::nextToken)
                .value()
                .orElse(List.of());
        for (SecurityGroup each : found) {
            if (!each.ipPermissions().isEmpty()) {
                calls.ask(
                        "ec2:RevokeSecurityGroupIngress",
                        () -> ec2.revokeSecurityGroupIngress(
                                request -> request.groupId(each.groupId()).ipPermissions(each.ipPermissions())));
            }
            if (!each.ipPermissionsEgress().isEmpty()) {
                calls.ask(
                        "ec2:RevokeSecurityGroupEgress",
                        () -> ec2.revokeSecurityGroupEgress(
                                request -> request.groupId(each.groupId()).ipPermissions(each.ipPermissionsEgress())));
            }
        }
    }

    private void detach(List<String> gateways) throws AwsAccessException, InterruptedException {
        if (gateways.isEmpty()) {
            return;
        }
        List<InternetGateway> found = calls.all(
                        "ec2:DescribeInternetGateways",
                        token -> ec2.describeInternetGateways(
                                request -> request.internetGatewayIds(gateways).nextToken(token)),
                        DescribeInternetGatewaysResponse::internetGateways,
                        DescribeInternetGatewaysResponse::nextToken)
                .value()
                .orElse(List.of());
        for (InternetGateway gateway : found) {
            for (InternetGatewayAttachment each : gateway.attachments()) {
                calls.ask(
                        "ec2:DetachInternetGateway",
                        () -> ec2.detachInternetGateway(
                                request -> request.internetGatewayId(gateway.internetGatewayId())
                                        .vpcId(each.vpcId())));
            }
        }
    }
}
