package org.faasnetlab.testbed.aws.deletion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Finds and deletes everything in the account with the testbed's tag, or with a name that its stack generated. */
final class LeftoverScanner {

    /**
     * Result of a scan.
     *
     * @param byKind IDs or names by kind; kinds without any are absent
     * @param unchecked kinds that could not be listed
     */
    record Found(Map<String, List<String>> byKind, List<String> unchecked) {

        List<String> of(String kind) {
            return byKind.getOrDefault(kind, List.of());
        }

        List<LeftoverResource> all() {
            return byKind.entrySet().stream()
                    .flatMap(kind -> kind.getValue().stream().map(id -> new LeftoverResource(kind.getKey(), id)))
                    .sorted()
                    .toList();
        }
    }

    private final NetworkLeftovers network;
    private final StackRecord record;
    private final Functions functions;
    private final Buckets buckets;
    private final LogGroups logGroups;
    private final Roles roles;

    LeftoverScanner(
            NetworkLeftovers network,
            StackRecord record,
            Functions functions,
            Buckets buckets,
            LogGroups logGroups,
            Roles roles) {
        this.network = network;
        this.record = record;
        this.functions = functions;
        this.buckets = buckets;
        this.logGroups = logGroups;
        this.roles = roles;
    }

    Found scan() throws AwsAccessException, InterruptedException {
        Map<String, List<String>> found = new TreeMap<>();
        List<String> unchecked = new ArrayList<>();
        CallResult<Stack> stack = record.stack();
        put(
                found,
                unchecked,
                "stack",
                stack.isGone() ? CallResult.success(List.of()) : stack.map(each -> List.of(each.stackName())));
        put(found, unchecked, "function", functions.names());
        put(found, unchecked, "bucket", buckets.names());
        put(found, unchecked, "log-group", logGroups.names());
        put(found, unchecked, "role", roles.names());
        put(found, unchecked, "instance-profile", roles.profileNames());
        network.scan().forEach((kind, answer) -> put(found, unchecked, kind, answer));
        return new Found(found, unchecked);
    }

    /** Deletes the resources that are left. A resource that another one still uses can be deleted by the next call. */
    void delete(Found found) throws AwsAccessException, InterruptedException {
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
        network.delete(found.byKind());
    }

    private static void put(
            Map<String, List<String>> found, List<String> unchecked, String kind, CallResult<List<String>> answer) {
        Optional<List<String>> ids = answer.value();
        if (ids.isEmpty()) {
            unchecked.add(kind + "s");
        } else if (!ids.get().isEmpty()) {
            found.put(kind, ids.get());
        }
    }
}
