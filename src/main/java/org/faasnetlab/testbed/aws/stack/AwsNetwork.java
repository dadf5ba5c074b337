package org.faasnetlab.testbed.aws.stack;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The network of a testbed. */
public sealed interface AwsNetwork {

    /** Calls the function for the kind of this network; with a new kind, callers compile only once they handle it. */
    <T> T map(
            Function<? super NewVpc, T> newVpc,
            Function<? super NewSubnet, T> newSubnet,
            Function<? super ExistingSubnet, T> existingSubnet);

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

        @Override
        public <T> T map(
                Function<? super NewVpc, T> newVpc,
                Function<? super NewSubnet, T> newSubnet,
                Function<? super ExistingSubnet, T> existingSubnet) {
            return newVpc.apply(this);
        }
    }

    /**
     * A new subnet in a VPC of the user's. Its routes and its S3 endpoint affect no other subnet.
     *
     * @param vpcId the VPC
     * @param subnet free addresses of that VPC
     * @param publicSubnetId a subnet with a route to an internet gateway, needed for servers with public addresses
     */
    record NewSubnet(String vpcId, Cidr subnet, @Nullable String publicSubnetId) implements AwsNetwork {
        @Override
        public <T> T map(
                Function<? super NewVpc, T> newVpc,
                Function<? super NewSubnet, T> newSubnet,
                Function<? super ExistingSubnet, T> existingSubnet) {
            return newSubnet.apply(this);
        }
    }

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
            @Nullable String publicSubnetId) implements AwsNetwork {
        @Override
        public <T> T map(
                Function<? super NewVpc, T> newVpc,
                Function<? super NewSubnet, T> newSubnet,
                Function<? super ExistingSubnet, T> existingSubnet) {
            return existingSubnet.apply(this);
        }
    }
}
