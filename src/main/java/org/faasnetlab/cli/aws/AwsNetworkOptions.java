package org.faasnetlab.cli.aws;

import java.util.Optional;
import org.faasnetlab.cli.common.InputException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where in an account's network a testbed stands. */
final class AwsNetworkOptions {
    @Option(
            names = "--vpc-cidr",
            paramLabel = "CIDR",
            description = "Addresses of the testbed's own VPC; 10.83.0.0/22 if not given.")
    private @Nullable String vpcCidr;

    @Option(
            names = "--subnet-cidr",
            paramLabel = "CIDR",
            description = "Addresses of a new subnet for servers and functions; 10.83.0.0/24 in a VPC of its own.")
    private @Nullable String subnetCidr;

    @Option(
            names = "--public-subnet-cidr",
            paramLabel = "CIDR",
            description = "Addresses of a new subnet for servers with public addresses; 10.83.1.0/24 if not given.")
    private @Nullable String publicSubnetCidr;

    @Option(names = "--vpc", paramLabel = "ID", description = "A VPC of yours instead of one of the testbed's own.")
    private @Nullable String vpc;

    @Option(
            names = "--subnet",
            paramLabel = "ID",
            description = "A subnet of that VPC; a new one with --subnet-cidr if not given.")
    private @Nullable String subnet;

    @Option(
            names = "--route-table",
            paramLabel = "ID",
            description =
                    "Route table of that subnet, which gets an endpoint for S3; leave it out if the subnet reaches "
                            + "S3.")
    private @Nullable String routeTable;

    @Option(
            names = "--public-subnet",
            paramLabel = "ID",
            description = "A subnet of that VPC with a way to the internet, for servers with public addresses.")
    private @Nullable String publicSubnet;

    /** @throws InputException if options do not go together, or one cannot be read */
    AwsNetwork network() throws InputException {
        if (vpc == null) {
            return ownVpc();
        }
        Optional<InvalidTestbedSettingException> wrongId = SettingsValidator.vpcId(vpc);
        try {
            return within(vpc);
        } catch (InputException incomplete) {
            if (wrongId.isEmpty()) {
                throw incomplete;
            }
            throw new InputException(
                    wrongId.get().getMessage() + " " + incomplete.getMessage(),
                    wrongId.get().nextStep() + " " + incomplete.nextStep(),
                    incomplete);
        }
    }

    private AwsNetwork ownVpc() throws InputException {
        refuse("--subnet", subnet, "Add --vpc with the id of its VPC.");
        refuse("--route-table", routeTable, "Add --vpc and --subnet.");
        refuse("--public-subnet", publicSubnet, "Add --vpc with the id of its VPC.");
        AwsNetwork.NewVpc usual = AwsNetwork.NewVpc.DEFAULT;
        return new AwsNetwork.NewVpc(
                cidr("--vpc-cidr", vpcCidr, usual.vpc()),
                cidr("--subnet-cidr", subnetCidr, usual.subnet()),
                cidr("--public-subnet-cidr", publicSubnetCidr, usual.publicSubnet()));
    }

    private AwsNetwork within(String vpcId) throws InputException {
        refuse("--vpc-cidr", vpcCidr, "Leave it out: the VPC of --vpc has its addresses.");
        refuse("--public-subnet-cidr", publicSubnetCidr, "Name a subnet of the VPC with --public-subnet.");
        if (subnet != null) {
            refuse("--subnet-cidr", subnetCidr, "Give either --subnet or --subnet-cidr.");
            return new AwsNetwork.ExistingSubnet(vpcId, subnet, routeTable, publicSubnet);
        }
        refuse("--route-table", routeTable, "Add --subnet with the id of its subnet.");
        if (subnetCidr == null) {
            throw new InputException(
                    "It is not said where in " + vpcId + " the testbed stands.",
                    "Give --subnet with a subnet of it, or --subnet-cidr with addresses for a new one.");
        }
        return new AwsNetwork.NewSubnet(vpcId, cidr("--subnet-cidr", subnetCidr), publicSubnet);
    }

    private static void refuse(String option, @Nullable String value, String nextStep) throws InputException {
        if (value != null) {
            throw new InputException(option + " has no meaning here.", nextStep);
        }
    }

    private static Cidr cidr(String option, @Nullable String text, Cidr usual) throws InputException {
        return text == null ? usual : cidr(option, text);
    }

    private static Cidr cidr(String option, String text) throws InputException {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    option + " " + text + " cannot be: " + wrong.getMessage() + ".",
                    "Write it like 10.83.0.0/24.",
                    wrong);
        }
    }
}
