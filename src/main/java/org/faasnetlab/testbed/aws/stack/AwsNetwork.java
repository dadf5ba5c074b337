package org.faasnetlab.testbed.aws.stack;

import org.jspecify.annotations.Nullable;

/** The network of a testbed. */
public sealed interface AwsNetwork {

    /**
     * A new VPC.
     *
     * @param vpc addresses of the VPC
     * @param subnet its subnet for servers and functions
     * @param publicSubnet its subnet for servers with public addresses, used only if there are any
     */
    record NewVpc(Cidr vpc, Cidr subnet, Cidr publicSubnet) implements AwsNetwork {

        /** Blocks that are rarely used elsewhere. */
        public static final NewVpc DEFAULT =
                new NewVpc(Cidr.parse("10.83.0.0/22"), Cidr.parse("10.83.0.0/24"), Cidr.parse("10.83.1.0/24"));
    }

    /**
     * A new subnet in a VPC of the user's. Its routes and its S3 endpoint affect no other subnet.
     *
     * @param vpcId the VPC
     * @param subnet free addresses of that VPC
     * @param publicSubnetId a subnet with a route to an internet gateway, needed for servers with public addresses
     */
    record NewSubnet(String vpcId, Cidr subnet, @Nullable String publicSubnetId) implements AwsNetwork {}

    /**
     * An existing subnet of the user's.
     *
     * @param vpcId its VPC
     * @param subnetId the subnet; it must reach S3
     * @param endpointRouteTableId the subnet's route table, in which an S3 endpoint shall be created; null if the
     *     subnet reaches S3 already
     * @param publicSubnetId a subnet with a route to an internet gateway, needed for servers with public addresses
     */
    record ExistingSubnet(
            String vpcId,
            String subnetId,
            @Nullable String endpointRouteTableId,
            @Nullable String publicSubnetId) implements AwsNetwork {}
}
