package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
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
                    "Subnet " + id + " does not exist in " + aws.region() + ".", "Choose another subnet or Region.");
        }
        Subnet subnet = found.get();
        if (!network.vpcId().equals(subnet.vpcId())) {
            return CheckResult.problem(
                    id + " belongs to " + subnet.vpcId() + ", not to " + network.vpcId() + ".",
                    "Choose a subnet of the VPC, or choose that VPC.");
        }
        int wanted = settings.servers() + FUNCTIONS_ADDRESSES;
        Integer free = subnet.availableIpAddressCount();
        if (free == null) {
            return CheckResult.unknown(
                    "EC2 did not report the number of free addresses in " + id + ".",
                    "At least " + wanted + " are required.");
        }
        String counted = String.format(Locale.ROOT, "%s has %,d free addresses; %,d are required", id, free, wanted);
        if (free < wanted) {
            return CheckResult.problem(counted + ".", "Choose a larger subnet, or fewer servers.");
        }
        if (!settings.zone().equals(subnet.availabilityZone())) {
            return CheckResult.warning(
                    id + " is in " + subnet.availabilityZone() + ", not in " + settings.zone()
                            + ", for which the instance type was checked.",
                    "Choose " + subnet.availabilityZone() + " as the zone.");
        }
        boolean dns = aws.query(
                "ec2:DescribeVpcAttribute",
                Ec2Client.builder(),
                ec2 -> SubnetRoutes.hasDnsSupport(ec2, network.vpcId()));
        return dns ? CheckResult.ok(counted + ".") : SubnetRoutes.noDnsSupport(network.vpcId());
    }

    /** Whether the subnet for servers with public addresses is in the VPC and has a route to the internet. */
    CheckResult publicSubnet(AwsQueries aws, String vpcId, String subnetId) throws QueryFailedException {
        Optional<Subnet> subnet = SubnetRoutes.subnet(aws, subnetId);
        if (subnet.isEmpty() || !vpcId.equals(subnet.get().vpcId())) {
            return CheckResult.problem(vpcId + " has no subnet " + subnetId + ".", "Choose a subnet of the VPC.");
        }
        Integer free = subnet.get().availableIpAddressCount();
        if (free != null && free < settings.outsideServers()) {
            return CheckResult.problem(
                    subnetId + " has " + free + " free addresses; " + settings.outsideServers() + " are required.",
                    "Choose a larger subnet, or fewer servers.");
        }
        Optional<Route> defaultRoute = SubnetRoutes.of(aws, vpcId, subnetId).flatMap(SubnetRoutes::defaultRoute);
        if (defaultRoute.filter(SubnetRoutes::toInternetGateway).isEmpty()) {
            return CheckResult.problem(
                    subnetId + " has no route to an internet gateway.", "Choose a subnet that has one.");
        }
        return CheckResult.ok(subnetId + " has a route to an internet gateway.");
    }
}
