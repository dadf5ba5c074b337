package org.faasnetlab.cli.aws;

import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the network of a testbed. */
final class AwsNetworkOptions {
    @Option(
            names = "--vpc-cidr",
            paramLabel = "CIDR",
            description = "CIDR block of the new VPC (default: 10.83.0.0/22)")
    private @Nullable String vpcCidr;

    @Option(
            names = "--subnet-cidr",
            paramLabel = "CIDR",
            description = "CIDR block of the new subnet for servers and functions (default in a new VPC: 10.83.0.0/24)")
    private @Nullable String subnetCidr;

    @Option(
            names = "--public-subnet-cidr",
            paramLabel = "CIDR",
            description = "CIDR block of the new subnet for public servers (default: 10.83.1.0/24)")
    private @Nullable String publicSubnetCidr;

    @Option(names = "--vpc", paramLabel = "ID", description = "Use this existing VPC instead of creating one")
    private @Nullable String vpc;

    @Option(
            names = "--subnet",
            paramLabel = "ID",
            description = "Use this existing subnet of --vpc instead of creating one with --subnet-cidr")
    private @Nullable String subnet;

    @Option(
            names = "--route-table",
            paramLabel = "ID",
            description =
                    "Route table of --subnet to create an S3 gateway endpoint in; omit if the subnet already has an "
                            + "S3 route")
    private @Nullable String routeTable;

    @Option(
            names = "--public-subnet",
            paramLabel = "ID",
            description = "Subnet of --vpc with a route to an internet gateway, for public servers")
    private @Nullable String publicSubnet;

    /** @throws LabException if options exclude each other, or one cannot be parsed */
    AwsNetwork network() throws LabException {
        if (vpc == null) {
            return ownVpc();
        }
        Optional<InvalidTestbedSettingException> wrongId = SettingsValidator.vpcId(vpc);
        try {
            return within(vpc);
        } catch (LabException e) {
            if (wrongId.isEmpty()) {
                throw e;
            }
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    wrongId.get().getMessage() + " " + e.getMessage(),
                    wrongId.get().nextStep() + " " + e.nextStep(),
                    e);
        }
    }

    private AwsNetwork ownVpc() throws LabException {
        refuse("--subnet", subnet, "Add --vpc with the ID of its VPC.");
        refuse("--route-table", routeTable, "Add --vpc and --subnet.");
        refuse("--public-subnet", publicSubnet, "Add --vpc with the ID of its VPC.");
        AwsNetwork.NewVpc usual = AwsNetwork.NewVpc.DEFAULT;
        return new AwsNetwork.NewVpc(
                cidr("--vpc-cidr", vpcCidr, usual.vpc()),
                cidr("--subnet-cidr", subnetCidr, usual.subnet()),
                cidr("--public-subnet-cidr", publicSubnetCidr, usual.publicSubnet()));
    }

    private AwsNetwork within(String vpcId) throws LabException {
        refuse("--vpc-cidr", vpcCidr, "Remove it: the VPC specified with --vpc already has a CIDR block.");
        refuse("--public-subnet-cidr", publicSubnetCidr, "Specify a subnet of the VPC with --public-subnet instead.");
        if (subnet != null) {
            refuse("--subnet-cidr", subnetCidr, "Specify either --subnet or --subnet-cidr.");
            return new AwsNetwork.ExistingSubnet(vpcId, subnet, routeTable, publicSubnet);
        }
        refuse("--route-table", routeTable, "Add --subnet with the ID of its subnet.");
        if (subnetCidr == null) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "No subnet specified in " + vpcId + ".",
                    "Specify --subnet with an existing subnet, or --subnet-cidr with a CIDR block for a new one.");
        }
        return new AwsNetwork.NewSubnet(vpcId, cidr("--subnet-cidr", subnetCidr), publicSubnet);
    }

    private static void refuse(String option, @Nullable String value, String nextStep) throws LabException {
        if (value != null) {
            throw new LabException(LabException.Kind.BAD_INPUT, "Option " + option + " does not apply here.", nextStep);
        }
    }

    private static Cidr cidr(String option, @Nullable String text, Cidr usual) throws LabException {
        return text == null ? usual : cidr(option, text);
    }

    private static Cidr cidr(String option, String text) throws LabException {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Invalid value " + option + "=" + text + ": " + e.getMessage() + ".",
                    "For example, specify 10.83.0.0/24.",
                    e);
        }
    }
}
