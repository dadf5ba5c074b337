package org.faasnetlab.testbed.aws.preflight;

import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Checks whether the subnet for servers with public addresses belongs to the VPC, has free addresses, and has a route
 * to the internet.
 */
final class PublicSubnetCheck implements PreflightCheck {

    private final AwsTestbedSettings settings;
    private final String vpcId;
    private final String subnetId;

    PublicSubnetCheck(AwsTestbedSettings settings, String vpcId, String subnetId) {
        this.settings = settings;
        this.vpcId = vpcId;
        this.subnetId = subnetId;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
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
