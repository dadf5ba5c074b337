package org.faasnetlab.testbed.aws.deletion;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ResourceOwnership;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** The testbed's servers and network interfaces, found by tag only: the user's own VPC and subnets have none. */
final class Ec2Resources {

    private final DeletionCalls calls;
    private final Ec2Client ec2;
    private final Filter tag;

    Ec2Resources(DeletionCalls calls, Ec2Client ec2, ResourceOwnership owner) {
        this.calls = calls;
        this.ec2 = ec2;
        this.tag = filter("tag:" + AwsTestbedSettings.TAG, List.of(owner.stackName()));
    }

    /** Servers that are not terminated. */
    CallResult<List<Instance>> servers() throws AwsAccessException, InterruptedException {
        CallResult<List<Reservation>> found = calls.all(
                "ec2:DescribeInstances",
                token -> ec2.describeInstances(request -> request.filters(tag).nextToken(token)),
                DescribeInstancesResponse::reservations,
                DescribeInstancesResponse::nextToken);
        return found.map(reservations -> reservations.stream()
                .flatMap(each -> each.instances().stream())
                .filter(each -> each.state().name() != InstanceStateName.TERMINATED)
                .toList());
    }

    /**
     * Terminates all servers that run, without waiting for their end. CloudFormation treats a terminated server as deleted.
     *
     * @return how many there were
     */
    int terminateServers() throws AwsAccessException, InterruptedException {
        List<String> running = servers().value().orElse(List.of()).stream()
                .filter(each -> each.state().name() != InstanceStateName.SHUTTING_DOWN)
                .map(Instance::instanceId)
                .toList();
        if (!running.isEmpty()) {
            calls.call("ec2:TerminateInstances", () -> ec2.terminateInstances(request -> request.instanceIds(running)));
        }
        return running.size();
    }

    /** Network interfaces in the testbed's security groups and in its own subnets. */
    CallResult<List<NetworkInterface>> interfaces() throws AwsAccessException, InterruptedException {
        CallResult<List<SecurityGroup>> groups = calls.all(
                "ec2:DescribeSecurityGroups",
                token -> ec2.describeSecurityGroups(
                        request -> request.filters(tag).nextToken(token)),
                DescribeSecurityGroupsResponse::securityGroups,
                DescribeSecurityGroupsResponse::nextToken);
        CallResult<List<Subnet>> subnets = calls.all(
                "ec2:DescribeSubnets",
                token -> ec2.describeSubnets(request -> request.filters(tag).nextToken(token)),
                DescribeSubnetsResponse::subnets,
                DescribeSubnetsResponse::nextToken);
        if (groups.value().isEmpty() || subnets.value().isEmpty()) {
            return groups.value().isEmpty() ? groups.map(none -> List.of()) : subnets.map(none -> List.of());
        }
        List<NetworkInterface> found = new ArrayList<>();
        for (Filter place : List.of(
                filter(
                        "group-id",
                        groups.value().get().stream()
                                .map(SecurityGroup::groupId)
                                .toList()),
                filter(
                        "subnet-id",
                        subnets.value().get().stream().map(Subnet::subnetId).toList()))) {
            if (place.values().isEmpty()) {
                continue;
            }
            CallResult<List<NetworkInterface>> there = calls.all(
                    "ec2:DescribeNetworkInterfaces",
                    token -> ec2.describeNetworkInterfaces(
                            request -> request.filters(place).nextToken(token)),
                    DescribeNetworkInterfacesResponse::networkInterfaces,
                    DescribeNetworkInterfacesResponse::nextToken);
            if (there.value().isEmpty()) {
                return there;
            }
            there.value().get().stream().filter(each -> !found.contains(each)).forEach(found::add);
        }
        return CallResult.success(found);
    }

    Filter tag() {
        return tag;
    }

    private static Filter filter(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }
}
