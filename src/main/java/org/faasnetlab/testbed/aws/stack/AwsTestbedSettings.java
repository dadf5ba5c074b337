package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
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
        @Nullable String permissionsBoundary) {

    /** Settings without a permissions boundary. */
    public AwsTestbedSettings(
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
            int memoryMb) {
        this(
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
                null);
    }

    /** Tag of all resources of a testbed, including the stack; its value is the stack's name. */
    public static final String TAG = "faasnetlab:testbed";

    /** Tag of a testbed's roles with its Region: IAM is global, and two Regions can have stacks of the same name. */
    public static final String REGION_TAG = "faasnetlab:region";

    /** The lowest iperf3 port of every server. */
    public static final int FIRST_PORT = 5201;

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
                1769);
    }

    /** @param arn of a policy, or null for none */
    public AwsTestbedSettings withPermissionsBoundary(@Nullable String arn) {
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
                arn);
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
}
