package org.faasnetlab.testbed.aws.stack;

import org.jspecify.annotations.Nullable;

/** Where in the account's network a testbed stands. */
public sealed interface AwsNetwork {

    /**
     * A VPC of its own.
     *
     * @param vpc addresses of the VPC
     * @param subnet its subnet for servers and functions
     * @param publicSubnet its subnet for servers with public addresses, used only if there are any
     */
    record NewVpc(Cidr vpc, Cidr subnet, Cidr publicSubnet) implements AwsNetwork {

        /** Blocks that are seldom in use elsewhere. */
        public static final NewVpc DEFAULT =
                new NewVpc(Cidr.parse("10.83.0.0/22"), Cidr.parse("10.83.0.0/24"), Cidr.parse("10.83.1.0/24"));
    }

    /**
     * A subnet of its own in a VPC of the user's. Its routes and its endpoint for S3 touch no other subnet.
     *
     * @param vpcId the VPC
     * @param subnet free addresses of that VPC
     * @param publicSubnetId a subnet with a route to an internet gateway, needed for servers with public addresses
     */
    record NewSubnet(String vpcId, Cidr subnet, @Nullable String publicSubnetId) implements AwsNetwork {}

    /**
     * A subnet of the user's.
     *
     * @param vpcId its VPC
     * @param subnetId the subnet; it must reach S3
     * @param endpointRouteTableId the subnet's route table, to be given an endpoint for S3; null if the subnet reaches S3
     * @param publicSubnetId a subnet with a route to an internet gateway, needed for servers with public addresses
     */
    record ExistingSubnet(
            String vpcId,
            String subnetId,
            @Nullable String endpointRouteTableId,
            @Nullable String publicSubnetId) implements AwsNetwork {}
}
