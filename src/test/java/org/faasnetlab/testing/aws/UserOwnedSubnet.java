package org.faasnetlab.testing.aws;

import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A VPC with a subnet and its route table that existed before the testbed. */
public final class UserOwnedSubnet {
    private UserOwnedSubnet() {}

    public static AwsNetwork.ExistingSubnet in(Ec2Client ec2) {
        String vpc =
                ec2.createVpc(request -> request.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock("10.9.1.0/24"))
                .subnet()
                .subnetId();
        String routes =
                ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
        ec2.associateRouteTable(request -> request.routeTableId(routes).subnetId(subnet));
        return new AwsNetwork.ExistingSubnet(vpc, subnet, routes, null);
    }
}
