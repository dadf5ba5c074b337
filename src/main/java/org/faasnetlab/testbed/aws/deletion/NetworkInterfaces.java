package org.faasnetlab.testbed.aws.deletion;

import java.util.List;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceStatus;

/**
 * The network interfaces that Lambda made for the functions. Lambda removes them itself, but only 20 minutes and more
 * after a function has gone.
 */
final class NetworkInterfaces {

    private final DeletionCalls calls;
    private final Ec2Client ec2;
    private final Ec2Resources parts;

    NetworkInterfaces(DeletionCalls calls, Ec2Client ec2, Ec2Resources parts) {
        this.calls = calls;
        this.ec2 = ec2;
        this.parts = parts;
    }

    /**
     * Deletes those that Lambda has let go of.
     *
     * @return how many it still holds
     */
    int sweep() throws AwsAccessException, InterruptedException {
        int held = 0;
        List<NetworkInterface> found = parts.interfaces().value().orElse(List.of());
        for (NetworkInterface each :
                found.stream().filter(NetworkInterfaces::ofLambda).toList()) {
            if (each.status() != NetworkInterfaceStatus.AVAILABLE || isHeld(each.networkInterfaceId())) {
                held++;
            }
        }
        return held;
    }

    private boolean isHeld(String id) throws AwsAccessException, InterruptedException {
        return calls.ask(
                        "ec2:DeleteNetworkInterface",
                        () -> ec2.deleteNetworkInterface(request -> request.networkInterfaceId(id)))
                .busy();
    }

    /** Notes the interfaces of others that keep the testbed's groups or subnets from going. */
    void noteOthers() throws AwsAccessException, InterruptedException {
        for (NetworkInterface each : parts.interfaces().value().orElse(List.of())) {
            if (!ofLambda(each)) {
                calls.note(new BlockedAction(
                        each.networkInterfaceId(),
                        "This network interface does not belong to the testbed but uses its network: "
                                + (each.description() == null ? "no description" : each.description()) + ".",
                        "Delete or detach it, and delete the testbed again."));
            }
        }
    }

    /** What someone else attached to the testbed's groups or subnets is not the testbed's. */
    private static boolean ofLambda(NetworkInterface each) {
        return "lambda".equals(each.interfaceTypeAsString())
                || String.valueOf(each.description()).startsWith("AWS Lambda VPC ENI");
    }
}
