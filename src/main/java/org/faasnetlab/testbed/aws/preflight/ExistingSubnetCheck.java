package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Checks whether the chosen subnet is in the expected VPC and zone and has free addresses for servers and functions.
 */
final class ExistingSubnetCheck implements PreflightCheck {

    /**
     * One network interface of Lambda serves all functions of a subnet and security group; a second one is a reserve.
     */
    private static final int FUNCTIONS_ADDRESSES = 2;

    private final AwsTestbedSettings settings;
    private final AwsNetwork.ExistingSubnet network;

    ExistingSubnetCheck(AwsTestbedSettings settings, AwsNetwork.ExistingSubnet network) {
        this.settings = settings;
        this.network = network;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
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
}
