package org.faasnetlab.testbed.aws.deletion;

import org.faasnetlab.testbed.aws.account.ServiceClients;
import org.faasnetlab.testbed.aws.calls.Poller;
import org.faasnetlab.testbed.aws.stack.ResourceOwnership;

/** The kinds of resources of one testbed, ready to be looked at and removed. */
final class TestbedResources {

    final StackRecord record;
    final StackDeletion removal;
    final Servers servers;
    final Functions functions;
    final NetworkInterfaces interfaces;
    final Buckets buckets;
    final LeftoverScanner remains;

    TestbedResources(
            DeletionCalls calls,
            ServiceClients clients,
            String stackName,
            String region,
            Poller waiting,
            DeletionTimeouts patience) {
        ResourceOwnership owner = new ResourceOwnership(stackName);
        Ec2Resources ec2Parts = new Ec2Resources(calls, clients.ec2(), owner);
        record = new StackRecord(calls, clients.cloudFormation(), stackName);
        removal = new StackDeletion(calls, clients.cloudFormation(), record, waiting, patience.stack());
        servers = new Servers(calls, clients.ec2(), ec2Parts);
        functions = new Functions(calls, clients.lambda(), owner);
        interfaces = new NetworkInterfaces(calls, clients.ec2(), ec2Parts);
        buckets = new Buckets(calls, clients.s3(), owner, region);
        remains = new LeftoverScanner(
                calls,
                clients.ec2(),
                new NetworkScanner(calls, clients.ec2(), ec2Parts, stackName),
                record,
                functions,
                buckets,
                new LogGroups(calls, clients.logs(), owner),
                new Roles(calls, clients.iam(), owner, region));
    }
}
