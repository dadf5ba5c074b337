package org.faasnetlab.testbed.aws.stack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A complete testbed as its stack describes it: everything that measurements need to know.
 *
 * @param settings the user's choices, read back from the stack
 * @param region ID of the Region
 * @param createdAt creation time of the stack
 * @param leaseEnd when the servers terminate themselves, accurate to the few minutes that they take to start
 * @param servers private addresses of the servers inside the VPC; ports are {@link AwsTestbedSettings#FIRST_PORT} to
 *     {@link AwsTestbedSettings#lastPort()} on each
 * @param outsideServers public addresses of the servers for the function outside the VPC
 * @param serverFacts version of iperf3 that each server inside the VPC signalled, by its address
 * @param outsideKeys public key of each server with a public address, by that address: the body of the PEM file in one
 *     line
 * @param serverSystems kernel, processor, TCP settings and MTU that each server signalled, by its address; empty for servers
 *     that were created by earlier versions
 * @param bucket the testbed's bucket
 * @param iperf3Key key in the bucket of the servers' iperf3, a zip
 * @param subnetId subnet of servers and functions
 * @param insideFunction name of the function inside the VPC
 * @param outsideFunction name of the function outside the VPC; null if there are no servers for it
 */
public record AwsTestbedDescription(
        AwsTestbedSettings settings,
        String region,
        Instant createdAt,
        Instant leaseEnd,
        List<String> servers,
        List<String> outsideServers,
        Map<String, String> serverFacts,
        Map<String, String> outsideKeys,
        Map<String, SortedMap<String, String>> serverSystems,
        String bucket,
        String iperf3Key,
        String subnetId,
        String insideFunction,
        @Nullable String outsideFunction) {

    public AwsTestbedDescription {
        servers = List.copyOf(servers);
        outsideServers = List.copyOf(outsideServers);
        serverFacts = Map.copyOf(serverFacts);
        outsideKeys = Map.copyOf(outsideKeys);
        serverSystems = Map.copyOf(serverSystems);
    }
}
