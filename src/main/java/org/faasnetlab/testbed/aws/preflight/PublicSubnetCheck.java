package org.faasnetlab.testbed.aws.preflight;

import java.util.Optional;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Whether the subnet for servers with public addresses is the VPC's, has room, and leads to the internet. */
final class PublicSubnetCheck implements Check {

    private final AwsTestbedSettings settings;
    private final String vpcId;
    private final String subnetId;

    PublicSubnetCheck(AwsTestbedSettings settings, String vpcId, String subnetId) {
        this.settings = settings;
        this.vpcId = vpcId;
        this.subnetId = subnetId;
    }

    @Override
    public Finding look(Questions aws) throws UnansweredException {
        Optional<Subnet> subnet = SubnetRoutes.subnet(aws, subnetId);
        if (subnet.isEmpty() || !vpcId.equals(subnet.get().vpcId())) {
            return Finding.problem(vpcId + " has no subnet " + subnetId + ".", "Choose a subnet of the VPC.");
        }
        Integer free = subnet.get().availableIpAddressCount();
        if (free != null && free < settings.outsideServers()) {
            return Finding.problem(
                    subnetId + " has " + free + " free addresses, and " + settings.outsideServers() + " are needed.",
                    "Choose a larger subnet, or fewer servers.");
        }
        Optional<Route> everywhere = SubnetRoutes.of(aws, vpcId, subnetId).flatMap(SubnetRoutes::everywhere);
        if (everywhere.filter(SubnetRoutes::toInternetGateway).isEmpty()) {
            return Finding.problem(subnetId + " has no route to an internet gateway.", "Choose a subnet that has one.");
        }
        return Finding.ok(subnetId + " leads to the internet.");
    }
}
