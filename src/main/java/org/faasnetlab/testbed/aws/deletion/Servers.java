package org.faasnetlab.testbed.aws.deletion;

import java.util.List;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** The testbed's servers. CloudFormation takes a server that has been terminated for deleted. */
final class Servers {

    private final DeletionCalls calls;
    private final Ec2Client ec2;
    private final Ec2Resources parts;

    Servers(DeletionCalls calls, Ec2Client ec2, Ec2Resources parts) {
        this.calls = calls;
        this.ec2 = ec2;
        this.parts = parts;
    }

    /**
     * Terminates all that run, without waiting for their end.
     *
     * @return how many there were
     */
    int terminate() throws AwsAccessException, InterruptedException {
        List<String> running = parts.servers().value().orElse(List.of()).stream()
                .filter(each -> each.state().name() != InstanceStateName.SHUTTING_DOWN)
                .map(Instance::instanceId)
                .toList();
        if (!running.isEmpty()) {
            calls.ask("ec2:TerminateInstances", () -> ec2.terminateInstances(request -> request.instanceIds(running)));
        }
        return running.size();
    }
}
