package org.faasnetlab.testbed.aws.deletion;

import java.util.List;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceStatus;

/**
 * The network interfaces that Lambda created for the functions. Lambda deletes them itself, but only 20 minutes or more
 * after the function was deleted.
 */
final class NetworkInterfaces {

    private final DeletionCalls calls;
    private final Ec2Client ec2;
    private final Ec2Resources resources;

    NetworkInterfaces(DeletionCalls calls, Ec2Client ec2, Ec2Resources resources) {
        this.calls = calls;
        this.ec2 = ec2;
        this.resources = resources;
    }

    /**
     * Deletes the interfaces that Lambda has released.
     *
     * @return number of interfaces that are still in use
     */
    int deleteUnused() throws AwsAccessException, InterruptedException {
        int inUse = 0;
        List<NetworkInterface> found = resources.interfaces().value().orElse(List.of());
        for (NetworkInterface each :
                found.stream().filter(NetworkInterfaces::isOfLambda).toList()) {
            if (each.status() != NetworkInterfaceStatus.AVAILABLE || isInUse(each.networkInterfaceId())) {
                inUse++;
            }
        }
        return inUse;
    }

    private boolean isInUse(String id) throws AwsAccessException, InterruptedException {
        return calls.call(
                        "ec2:DeleteNetworkInterface",
                        () -> ec2.deleteNetworkInterface(request -> request.networkInterfaceId(id)))
                .isBusy();
    }

    /** Records interfaces that do not belong to the testbed but block the deletion of its groups or subnets. */
    void recordForeign() throws AwsAccessException, InterruptedException {
        for (NetworkInterface each : resources.interfaces().value().orElse(List.of())) {
            if (!isOfLambda(each)) {
                calls.recordBlocked(new BlockedAction(
                        each.networkInterfaceId(),
                        "This network interface does not belong to the testbed but uses its network: "
                                + (each.description() == null ? "no description" : each.description()) + ".",
                        "Delete or detach it, and delete the testbed again."));
            }
        }
    }

    /** Interfaces that somebody else attached to the testbed's groups or subnets do not belong to the testbed. */
    private static boolean isOfLambda(NetworkInterface each) {
        return "lambda".equals(each.interfaceTypeAsString())
                || String.valueOf(each.description()).startsWith("AWS Lambda VPC ENI");
    }
}
