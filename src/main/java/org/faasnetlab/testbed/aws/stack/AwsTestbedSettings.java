package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * The user's choices for a testbed on AWS. {@link SettingsValidator} checks the ranges.
 *
 * @param name name within the account and Region, 1 to 24 lower-case letters, digits and hyphens, starting with a
 *     letter
 * @param servers iperf3 servers inside the VPC, 1 to 8
 * @param outsideServers iperf3 servers with public addresses for a function outside the VPC, 0 to 4
 * @param portsPerServer iperf3 processes on each server, and so functions that it serves concurrently, 1 to 1,000
 * @param serverType EC2 instance type, for example {@code c6in.xlarge}
 * @param architecture architecture of servers and functions: one for both, because functions run the servers' iperf3
 * @param zone Availability Zone of servers and functions, for example {@code eu-central-1a}
 * @param network network of the testbed
 * @param lease time after which the servers terminate themselves, 15 min to 24 h
 * @param runtime Lambda runtime of the functions, {@code java21} or {@code java25}
 * @param memoryMb initial memory size of the functions, 128 to 10,240 MB
 * @param permissionsBoundary ARN of the permissions boundary for the roles of servers and functions; null for none
 * @param tags the user's own tags for the stack and its resources, by key, at most 40
 */
public record AwsTestbedSettings(
        String name,
        int servers,
        int outsideServers,
        int portsPerServer,
        String serverType,
        Architecture architecture,
        String zone,
        AwsNetwork network,
        Duration lease,
        String runtime,
        int memoryMb,
        @Nullable String permissionsBoundary,
        SortedMap<String, String> tags) {

    public AwsTestbedSettings {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** Tag of all resources of a testbed, including the stack; its value is the stack's name. */
    public static final String TAG = "faasnetlab:testbed";

    /** Tag of a testbed's roles with its Region: IAM is global, and two Regions can have stacks of the same name. */
    public static final String REGION_TAG = "faasnetlab:region";

    /** The lowest iperf3 port of every server. */
    public static final int FIRST_PORT = 5201;

    /** UDP port of every server that answers latency probes. */
    public static final int ECHO_PORT = FIRST_PORT - 1;

    /** Settings for one small server with 100 ports for two hours in a new VPC. */
    public static AwsTestbedSettings defaults(String name, String zone) {
        return new AwsTestbedSettings(
                name,
                1,
                0,
                100,
                ServerTypes.defaultFor(Architecture.X86_64),
                Architecture.X86_64,
                zone,
                AwsNetwork.NewVpc.DEFAULT,
                Duration.ofHours(2),
                "java21",
                1769,
                null,
                new TreeMap<>());
    }

    /** A builder that starts with these settings. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Name of the testbed's stack, and prefix of the names of its resources. */
    public String stackName() {
        return stackName(name);
    }

    /** Name of the stack of the testbed with this name. */
    public static String stackName(String name) {
        return "faasnetlab-" + name;
    }

    public int lastPort() {
        return FIRST_PORT + portsPerServer - 1;
    }

    /** Changes single settings of a testbed; the name is fixed. */
    public static final class Builder {

        private final String name;
        private String zone;
        private int servers;
        private int outsideServers;
        private int portsPerServer;
        private String serverType;
        private Architecture architecture;
        private AwsNetwork network;
        private Duration lease;
        private String runtime;
        private int memoryMb;
        private @Nullable String permissionsBoundary;
        private SortedMap<String, String> tags;

        private Builder(AwsTestbedSettings from) {
            name = from.name;
            zone = from.zone;
            servers = from.servers;
            outsideServers = from.outsideServers;
            portsPerServer = from.portsPerServer;
            serverType = from.serverType;
            architecture = from.architecture;
            network = from.network;
            lease = from.lease;
            runtime = from.runtime;
            memoryMb = from.memoryMb;
            permissionsBoundary = from.permissionsBoundary;
            tags = from.tags;
        }

        public Builder zone(String value) {
            zone = value;
            return this;
        }

        public Builder servers(int value) {
            servers = value;
            return this;
        }

        public Builder outsideServers(int value) {
            outsideServers = value;
            return this;
        }

        public Builder portsPerServer(int value) {
            portsPerServer = value;
            return this;
        }

        /** Sets the instance type and, derived from its name, the architecture. */
        public Builder serverType(String value) {
            serverType = value;
            architecture = ServerTypes.architectureOf(value);
            return this;
        }

        public Builder architecture(Architecture value) {
            architecture = value;
            return this;
        }

        public Builder network(AwsNetwork value) {
            network = value;
            return this;
        }

        public Builder lease(Duration value) {
            lease = value;
            return this;
        }

        public Builder runtime(String value) {
            runtime = value;
            return this;
        }

        public Builder memoryMb(int value) {
            memoryMb = value;
            return this;
        }

        /**
         * Sets the permissions boundary of every role that the stack creates.
         *
         * @param value ARN of a policy, or null for none
         */
        public Builder permissionsBoundary(@Nullable String value) {
            permissionsBoundary = value;
            return this;
        }

        public Builder tags(SortedMap<String, String> value) {
            tags = value;
            return this;
        }

        public AwsTestbedSettings build() {
            return new AwsTestbedSettings(
                    name,
                    servers,
                    outsideServers,
                    portsPerServer,
                    serverType,
                    architecture,
                    zone,
                    network,
                    lease,
                    runtime,
                    memoryMb,
                    permissionsBoundary,
                    tags);
        }
    }
}
