package org.faasnetlab.testbed.aws.teardown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Everything in the account that bears the testbed's tag, or a name that its stack made. */
final class Remains {

    /**
     * What a look found.
     *
     * @param byKind ids or names by their kind, no kind without any
     * @param unseen kinds that the account does not let the user look for
     */
    record Found(Map<String, List<String>> byKind, List<String> unseen) {

        List<String> of(String kind) {
            return byKind.getOrDefault(kind, List.of());
        }

        List<LeftResource> all() {
            return byKind.entrySet().stream()
                    .flatMap(kind -> kind.getValue().stream().map(id -> new LeftResource(kind.getKey(), id)))
                    .sorted()
                    .toList();
        }
    }

    private static final Set<String> SEEN_OTHERWISE = Set.of("instance", "vpc-endpoint");
    private static final List<String> ENDPOINTS_GOING = List.of("deleting", "deleted");

    private final AwsCalls calls;
    private final Ec2Client ec2;
    private final Ec2Parts ec2Parts;
    private final StackRecord record;
    private final Functions functions;
    private final Buckets buckets;
    private final LogGroups logGroups;
    private final Roles roles;
    private final String stackName;

    Remains(
            AwsCalls calls,
            Ec2Client ec2,
            Ec2Parts ec2Parts,
            StackRecord record,
            Functions functions,
            Buckets buckets,
            LogGroups logGroups,
            Roles roles,
            String stackName) {
        this.calls = calls;
        this.ec2 = ec2;
        this.ec2Parts = ec2Parts;
        this.record = record;
        this.functions = functions;
        this.buckets = buckets;
        this.logGroups = logGroups;
        this.roles = roles;
        this.stackName = stackName;
    }

    Found look() throws AwsAccessException, InterruptedException {
        Map<String, List<String>> found = new TreeMap<>();
        List<String> unseen = new ArrayList<>();
        Answer<Stack> stack = record.stack();
        put(found, unseen, "stack", stack.gone() ? Answer.said(List.of()) : stack.map(each -> List.of(each.stackName())));
        put(found, unseen, "function", functions.names());
        put(found, unseen, "bucket", buckets.names());
        put(found, unseen, "log-group", logGroups.names());
        put(found, unseen, "role", roles.names());
        put(found, unseen, "instance-profile", roles.profileNames());
        Answer<List<Instance>> servers = ec2Parts.servers();
        put(
                found,
                unseen,
                "instance",
                servers.map(all -> all.stream().map(Instance::instanceId).toList()));
        put(found, unseen, "vpc-endpoint", endpoints());
        Answer<Map<String, List<String>>> tagged = tagged();
        tagged.value().orElse(Map.of()).forEach(found::putIfAbsent);
        if (tagged.value().isEmpty()) {
            unseen.add("the network");
        }
        return new Found(found, unseen);
    }

    /** Removes what outlived the stack; what is in use by something else of it goes at the next call. */
    void remove(Found found) throws AwsAccessException, InterruptedException {
        for (String function : found.of("function")) {
            functions.delete(function);
        }
        for (String bucket : found.of("bucket")) {
            if (buckets.empty(bucket)) {
                buckets.delete(bucket);
            }
        }
        for (String group : found.of("log-group")) {
            logGroups.delete(group);
        }
        for (String profile : found.of("instance-profile")) {
            roles.deleteProfile(profile);
        }
        for (String role : found.of("role")) {
            roles.delete(role);
        }
        new NetworkRemains(calls, ec2).delete(found.byKind());
    }

    private static void put(
            Map<String, List<String>> found, List<String> unseen, String kind, Answer<List<String>> answer) {
        Optional<List<String>> ids = answer.value();
        if (ids.isEmpty()) {
            unseen.add(kind + "s");
        } else if (!ids.get().isEmpty()) {
            found.put(kind, ids.get());
        }
    }

    private Answer<List<String>> endpoints() throws AwsAccessException, InterruptedException {
        return calls.all(
                        "ec2:DescribeVpcEndpoints",
                        token -> ec2.describeVpcEndpoints(
                                request -> request.filters(ec2Parts.tag()).nextToken(token)),
                        DescribeVpcEndpointsResponse::vpcEndpoints,
                        DescribeVpcEndpointsResponse::nextToken)
                .map(all -> all.stream()
                        .filter(each -> !ENDPOINTS_GOING.contains(each.stateAsString().toLowerCase(Locale.ROOT)))
                        .map(VpcEndpoint::vpcEndpointId)
                        .toList());
    }

    /** What else of EC2's bears the tag. Servers and endpoints keep theirs for an hour after their end. */
    private Answer<Map<String, List<String>>> tagged() throws AwsAccessException, InterruptedException {
        return calls.all(
                        "ec2:DescribeTags",
                        token -> ec2.describeTags(request -> request.filters(
                                        Filter.builder().name("key").values(AwsTestbedSettings.TAG).build(),
                                        Filter.builder().name("value").values(stackName).build())
                                .nextToken(token)),
                        DescribeTagsResponse::tags,
                        DescribeTagsResponse::nextToken)
                .map(all -> all.stream()
                        .filter(each -> !SEEN_OTHERWISE.contains(each.resourceTypeAsString()))
                        .collect(Collectors.groupingBy(
                                TagDescription::resourceTypeAsString,
                                TreeMap::new,
                                Collectors.mapping(TagDescription::resourceId, Collectors.toList()))));
    }
}
