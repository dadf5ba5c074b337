package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Checks whether the user's own subnets have room for the testbed. */
final class ExistingSubnetChecks {
    /**
     * One network interface of Lambda serves all functions of a subnet and security group; a second one is a reserve.
     */
    private static final int FUNCTIONS_ADDRESSES = 2;

    private final AwsTestbedSettings settings;

    ExistingSubnetChecks(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    /** Whether the subnet is in the VPC and zone, and has free addresses for servers and functions. */
    CheckResult subnet(AwsQueries aws, AwsNetwork.ExistingSubnet network) throws QueryFailedException {
        String id = network.subnetId();
        Optional<Subnet> found = SubnetRoutes.subnet(aws, id);
        if (found.isEmpty()) {
            return CheckResult.problem(
                    Phrase.of("Subnet {0} does not exist in {1}.", id, aws.region()),
                    Phrase.of("Choose another subnet or Region."));
        }
        Subnet subnet = found.get();
        if (!network.vpcId().equals(subnet.vpcId())) {
            return CheckResult.problem(
                    Phrase.of("{0} belongs to {1}, not to {2}.", id, subnet.vpcId(), network.vpcId()),
                    Phrase.of("Choose a subnet of the VPC, or choose that VPC."));
        }
        int wanted = settings.servers() + FUNCTIONS_ADDRESSES;
        Integer free = subnet.availableIpAddressCount();
        if (free == null) {
            return CheckResult.unknown(
                    Phrase.of("EC2 did not report the number of free addresses in {0}.", id),
                    Phrase.of("At least {0} are required.", wanted));
        }
        Phrase counted = addresses(id, free, wanted);
        if (free < wanted) {
            return CheckResult.problem(counted, Phrase.of("Choose a larger subnet, or fewer servers."));
        }
        if (!settings.zone().equals(subnet.availabilityZone())) {
            return CheckResult.warning(
                    Phrase.of(
                            "{0} is in {1}, not in {2}, for which the instance type was checked.",
                            id, subnet.availabilityZone(), settings.zone()),
                    Phrase.of("Choose {0} as the zone.", subnet.availabilityZone()));
        }
        boolean dns = aws.query(
                "ec2:DescribeVpcAttribute",
                Ec2Client.builder(),
                ec2 -> SubnetRoutes.hasDnsSupport(ec2, network.vpcId()));
        return dns ? CheckResult.ok(counted) : SubnetRoutes.noDnsSupport(network.vpcId());
    }

    private static Phrase addresses(String subnet, int free, int wanted) {
        return Phrase.of(
                "{0} has {1} free addresses; {2} are required.",
                subnet, String.format(Locale.ROOT, "%,d", free), String.format(Locale.ROOT, "%,d", wanted));
    }

    /** Whether the subnet for servers with public addresses is in the VPC and has a route to the internet. */
    CheckResult publicSubnet(AwsQueries aws, String vpcId, String subnetId) throws QueryFailedException {
        Optional<Subnet> subnet = SubnetRoutes.subnet(aws, subnetId);
        if (subnet.isEmpty() || !vpcId.equals(subnet.get().vpcId())) {
            return CheckResult.problem(
                    Phrase.of("{0} has no subnet {1}.", vpcId, subnetId), Phrase.of("Choose a subnet of the VPC."));
        }
        Integer free = subnet.get().availableIpAddressCount();
        if (free != null && free < settings.outsideServers()) {
            return CheckResult.problem(
                    addresses(subnetId, free, settings.outsideServers()),
                    Phrase.of("Choose a larger subnet, or fewer servers."));
        }
        Optional<Route> defaultRoute = SubnetRoutes.of(aws, vpcId, subnetId).flatMap(SubnetRoutes::defaultRoute);
        if (defaultRoute.filter(SubnetRoutes::toInternetGateway).isEmpty()) {
            return CheckResult.problem(
                    Phrase.of("{0} has no route to an internet gateway.", subnetId),
                    Phrase.of("Choose a subnet that has one."));
        }
        return CheckResult.ok(Phrase.of("{0} has a route to an internet gateway.", subnetId));
    }
}
