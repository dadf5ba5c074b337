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
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * What of EC2's bears the testbed's tag. The list of tags by itself lags behind and keeps those of what is gone, so that
 * the kinds that a testbed is made of are asked for one by one; it tells of kinds that a testbed has not.
 */
final class NetworkScanner {

    private final DeletionCalls calls;
    private final Ec2Client ec2;
    private final Ec2Resources parts;
    private final Filter tag;
    private final String stackName;

    NetworkScanner(DeletionCalls calls, Ec2Client ec2, Ec2Resources parts, String stackName) {
        this.calls = calls;
        this.ec2 = ec2;
        this.parts = parts;
        this.tag = parts.tag();
        this.stackName = stackName;
    }

    /** Ids by kind. */
    Map<String, CallResult<List<String>>> byKind() throws AwsAccessException, InterruptedException {
        Map<String, CallResult<List<String>>> found = new TreeMap<>();
        found.put("instance", parts.servers().map(all -> ids(all, Instance::instanceId)));
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
                        NetworkScanner::endpoints,
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
                                Collectors.collectingAndThen(Collectors.toList(), CallResult::said))));
    }

    private static <T> List<String> ids(List<T> of, Function<T, String> id) {
        return of.stream().map(id).toList();
    }

    /** An endpoint can be seen for a while after its end. */
    private static List<String> endpoints(DescribeVpcEndpointsResponse answer) {
        return answer.vpcEndpoints().stream()
                .filter(each -> !String.valueOf(each.stateAsString())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("delet"))
                .map(VpcEndpoint::vpcEndpointId)
                .toList();
    }
}
