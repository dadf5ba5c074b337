package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * The user's choices for a testbed on AWS.
 *
 * @param name name among the account's testbeds, 1 to 24 small letters, digits and hyphens, a letter first
 * @param servers iperf3 servers inside the VPC, 1 to 8
 * @param outsideServers iperf3 servers with public addresses for a function outside the VPC, 0 to 4
 * @param portsPerServer iperf3 processes on each server, and so functions it serves at once, 1 to 1,000
 * @param serverType EC2 instance type, for example {@code c6in.xlarge}
 * @param architecture processor of servers and functions
 * @param zone Availability Zone of servers and functions, for example {@code eu-central-1a}
 * @param network where the testbed stands
 * @param lease the servers end themselves after this time, 15 min to 24 h
 * @param runtime managed runtime that starts the functions, {@code java21} or {@code java25}
 * @param memoryMb memory size with which the functions begin, 128 to 10,240 MB
 * @param permissionsBoundary ARN of the policy that bounds the roles of servers and functions; null for none
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

    /** A testbed whose roles are bounded by their own policies alone. */
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

    /** Tag of everything that belongs to a testbed; its value is the stack's name. The stack itself gets it, too. */
    public static final String TAG = "faasnetlab:testbed";

    /** Tag of a testbed's roles with its Region: IAM is one for all Regions, and two of them may have stacks of one name. */
    public static final String REGION_TAG = "faasnetlab:region";

    /** The first iperf3 port of every server. */
    public static final int FIRST_PORT = 5201;

    /** One small server with 100 ports for two hours in a VPC of its own. */
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

    /** The testbed's stack. All that the stack makes is named after it. */
    public String stackName() {
        return stackName(name);
    }

    /** The stack of the testbed with this name. */
    public static String stackName(String name) {
        return "faasnetlab-" + name;
    }

    public int lastPort() {
        return FIRST_PORT + portsPerServer - 1;
    }
}
