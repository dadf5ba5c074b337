package org.faasnetlab.testbed.aws.deletion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * EC2 resources with the testbed's tag, which remain if somebody deleted the stack and told CloudFormation to retain them.
 *
 * <p>Each kind that a testbed consists of is listed by its own request. The list of tags is used for other kinds only,
 * because it lags behind and still has the tags of resources that are gone.
 */
final class NetworkLeftovers {

    private final DeletionCalls calls;
    private final Ec2Client ec2;
    private final Ec2Resources resources;
    private final Filter tag;
    private final String stackName;

    NetworkLeftovers(DeletionCalls calls, Ec2Client ec2, Ec2Resources resources, String stackName) {
        this.calls = calls;
        this.ec2 = ec2;
        this.resources = resources;
        this.tag = resources.tag();
        this.stackName = stackName;
    }

    /** IDs by kind. */
    Map<String, CallResult<List<String>>> scan() throws AwsAccessException, InterruptedException {
        Map<String, CallResult<List<String>>> found = new TreeMap<>();
        found.put("instance", resources.servers().map(all -> ids(all, Instance::instanceId)));
        found.put(
                "volume",
                calls.all(
                        "ec2:DescribeVolumes",
                        token -> ec2.describeVolumes(
                                request -> request.filters(tag).nextToken(token)),
                        answer -> ids(answer.volumes(), Volume::volumeId),
                        DescribeVolumesResponse::nextToken));
        found.put(
                "launch-template",
                calls.all(
                        "ec2:DescribeLaunchTemplates",
                        token -> ec2.describeLaunchTemplates(
                                request -> request.filters(tag).nextToken(token)),
                        answer -> ids(answer.launchTemplates(), LaunchTemplate::launchTemplateId),
                        DescribeLaunchTemplatesResponse::nextToken));
        found.put(
                "vpc-endpoint",
                calls.all(
                        "ec2:DescribeVpcEndpoints",
                        token -> ec2.describeVpcEndpoints(
                                request -> request.filters(tag).nextToken(token)),
                        NetworkLeftovers::endpoints,
                        DescribeVpcEndpointsResponse::nextToken));
        found.put(
                "security-group",
                calls.all(
                        "ec2:DescribeSecurityGroups",
                        token -> ec2.describeSecurityGroups(
                                request -> request.filters(tag).nextToken(token)),
                        answer -> ids(answer.securityGroups(), SecurityGroup::groupId),
                        DescribeSecurityGroupsResponse::nextToken));
        found.put(
                "subnet",
                calls.all(
                        "ec2:DescribeSubnets",
                        token -> ec2.describeSubnets(
                                request -> request.filters(tag).nextToken(token)),
                        answer -> ids(answer.subnets(), Subnet::subnetId),
                        DescribeSubnetsResponse::nextToken));
        found.put(
                "route-table",
                calls.all(
                        "ec2:DescribeRouteTables",
                        token -> ec2.describeRouteTables(
                                request -> request.filters(tag).nextToken(token)),
                        answer -> ids(answer.routeTables(), RouteTable::routeTableId),
                        DescribeRouteTablesResponse::nextToken));
        found.put(
                "internet-gateway",
                calls.all(
                        "ec2:DescribeInternetGateways",
                        token -> ec2.describeInternetGateways(
                                request -> request.filters(tag).nextToken(token)),
                        answer -> ids(answer.internetGateways(), InternetGateway::internetGatewayId),
                        DescribeInternetGatewaysResponse::nextToken));
        found.put(
                "vpc",
                calls.all(
                        "ec2:DescribeVpcs",
                        token ->
                                ec2.describeVpcs(request -> request.filters(tag).nextToken(token)),
                        answer -> ids(answer.vpcs(), Vpc::vpcId),
                        DescribeVpcsResponse::nextToken));
        others(Set.copyOf(found.keySet())).forEach(found::put);
        return found;
    }

    private Map<String, CallResult<List<String>>> others(Set<String> known)
            throws AwsAccessException, InterruptedException {
        CallResult<List<TagDescription>> tags = calls.all(
                "ec2:DescribeTags",
                token -> ec2.describeTags(request -> request.filters(
                                Filter.builder()
                                        .name("key")
                                        .values(AwsTestbedSettings.TAG)
                                        .build(),
                                Filter.builder().name("value").values(stackName).build())
                        .nextToken(token)),
                DescribeTagsResponse::tags,
                DescribeTagsResponse::nextToken);
        if (tags.value().isEmpty()) {
            return Map.of("other tagged resource", tags.map(all -> List.of()));
        }
        return tags.value().get().stream()
                .filter(each -> !known.contains(each.resourceTypeAsString()))
                .collect(Collectors.groupingBy(
                        TagDescription::resourceTypeAsString,
                        Collectors.mapping(
                                TagDescription::resourceId,
                                Collectors.collectingAndThen(Collectors.toList(), CallResult::success))));
    }

    private static <T> List<String> ids(List<T> of, Function<T, String> id) {
        return of.stream().map(id).toList();
    }

    /** A deleted endpoint stays in the list for a while. */
    private static List<String> endpoints(DescribeVpcEndpointsResponse answer) {
        return answer.vpcEndpoints().stream()
                .filter(each -> !String.valueOf(each.stateAsString())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("delet"))
                .map(VpcEndpoint::vpcEndpointId)
                .toList();
    }

    /**
     * Deletes resources that nothing else uses; those still in use can be deleted by the next call.
     *
     * @param tagged IDs of resources with the testbed's tag, by kind
     */
    void delete(Map<String, List<String>> tagged) throws AwsAccessException, InterruptedException {
        List<String> endpoints = tagged.getOrDefault("vpc-endpoint", List.of());
        if (!endpoints.isEmpty()) {
            calls.call(
                    "ec2:DeleteVpcEndpoints",
                    () -> ec2.deleteVpcEndpoints(request -> request.vpcEndpointIds(endpoints)));
        }
        for (String id : tagged.getOrDefault("launch-template", List.of())) {
            calls.call(
                    "ec2:DeleteLaunchTemplate",
                    () -> ec2.deleteLaunchTemplate(request -> request.launchTemplateId(id)));
        }
        revokeRules(tagged.getOrDefault("security-group", List.of()));
        for (String id : tagged.getOrDefault("security-group", List.of())) {
            calls.call("ec2:DeleteSecurityGroup", () -> ec2.deleteSecurityGroup(request -> request.groupId(id)));
        }
        for (String id : tagged.getOrDefault("subnet", List.of())) {
            calls.call("ec2:DeleteSubnet", () -> ec2.deleteSubnet(request -> request.subnetId(id)));
        }
        for (String id : tagged.getOrDefault("route-table", List.of())) {
            calls.call("ec2:DeleteRouteTable", () -> ec2.deleteRouteTable(request -> request.routeTableId(id)));
        }
        detach(tagged.getOrDefault("internet-gateway", List.of()));
        for (String id : tagged.getOrDefault("internet-gateway", List.of())) {
            calls.call(
                    "ec2:DeleteInternetGateway",
                    () -> ec2.deleteInternetGateway(request -> request.internetGatewayId(id)));
        }
        for (String id : tagged.getOrDefault("vpc", List.of())) {
            calls.call("ec2:DeleteVpc", () -> ec2.deleteVpc(request -> request.vpcId(id)));
        }
    }

    /** Security groups whose rules reference each other cannot be deleted. */
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
                calls.call(
                        "ec2:RevokeSecurityGroupIngress",
                        () -> ec2.revokeSecurityGroupIngress(
                                request -> request.groupId(each.groupId()).ipPermissions(each.ipPermissions())));
            }
            if (!each.ipPermissionsEgress().isEmpty()) {
                calls.call(
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
                calls.call(
                        "ec2:DetachInternetGateway",
                        () -> ec2.detachInternetGateway(
                                request -> request.internetGatewayId(gateway.internetGatewayId())
                                        .vpcId(each.vpcId())));
            }
        }
    }
}
