package org.faasnetlab.testbed.aws.teardown;

/** The kinds of resources of one testbed, ready to be looked at and removed. */
final class Parts {

    final StackRecord record;
    final StackRemoval removal;
    final Servers servers;
    final Functions functions;
    final Interfaces interfaces;
    final Buckets buckets;
    final Remains remains;

    Parts(AwsCalls calls, Clients clients, String stackName, String region, Waiting waiting, Patience patience) {
        Owner owner = new Owner(stackName);
        Ec2Parts ec2Parts = new Ec2Parts(calls, clients.ec2(), owner);
        record = new StackRecord(calls, clients.cloudFormation(), stackName);
        removal = new StackRemoval(calls, clients.cloudFormation(), record, waiting, patience.stack());
        servers = new Servers(calls, clients.ec2(), ec2Parts);
        functions = new Functions(calls, clients.lambda(), owner);
        interfaces = new Interfaces(calls, clients.ec2(), ec2Parts);
        buckets = new Buckets(calls, clients.s3(), owner, region);
        remains = new Remains(
                calls,
                clients.ec2(),
                new NetworkLook(calls, clients.ec2(), ec2Parts, stackName),
                record,
                functions,
                buckets,
                new LogGroups(calls, clients.logs(), owner),
                new Roles(calls, clients.iam(), owner, region));
    }
}
