package org.faasnetlab.testbed.aws.deletion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Everything in the account that bears the testbed's tag, or a name that its stack made. */
final class LeftoverScanner {

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

        List<LeftoverResource> all() {
            return byKind.entrySet().stream()
                    .flatMap(kind -> kind.getValue().stream().map(id -> new LeftoverResource(kind.getKey(), id)))
                    .sorted()
                    .toList();
        }
    }

    private final DeletionCalls calls;
    private final Ec2Client ec2;
    private final NetworkScanner network;
    private final StackRecord record;
    private final Functions functions;
    private final Buckets buckets;
    private final LogGroups logGroups;
    private final Roles roles;

    LeftoverScanner(
            DeletionCalls calls,
            Ec2Client ec2,
            NetworkScanner network,
            StackRecord record,
            Functions functions,
            Buckets buckets,
            LogGroups logGroups,
            Roles roles) {
        this.calls = calls;
        this.ec2 = ec2;
        this.network = network;
        this.record = record;
        this.functions = functions;
        this.buckets = buckets;
        this.logGroups = logGroups;
        this.roles = roles;
    }

    Found look() throws AwsAccessException, InterruptedException {
        Map<String, List<String>> found = new TreeMap<>();
        List<String> unseen = new ArrayList<>();
        CallResult<Stack> stack = record.stack();
        put(
                found,
                unseen,
                "stack",
                stack.gone() ? CallResult.said(List.of()) : stack.map(each -> List.of(each.stackName())));
        put(found, unseen, "function", functions.names());
        put(found, unseen, "bucket", buckets.names());
        put(found, unseen, "log-group", logGroups.names());
        put(found, unseen, "role", roles.names());
        put(found, unseen, "instance-profile", roles.profileNames());
        network.byKind().forEach((kind, answer) -> put(found, unseen, kind, answer));
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
        new NetworkLeftovers(calls, ec2).delete(found.byKind());
    }

    private static void put(
            Map<String, List<String>> found, List<String> unseen, String kind, CallResult<List<String>> answer) {
        Optional<List<String>> ids = answer.value();
        if (ids.isEmpty()) {
            unseen.add(kind + "s");
        } else if (!ids.get().isEmpty()) {
            found.put(kind, ids.get());
        }
    }
}
