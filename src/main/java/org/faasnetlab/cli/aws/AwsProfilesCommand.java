package org.faasnetlab.cli.aws;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import picocli.CommandLine.Command;

/** Lists the profiles of the user's AWS files. Makes no request to AWS. */
@Command(
        name = "profiles",
        header = "List the profiles in your AWS configuration files, with Region and credential type")
final class AwsProfilesCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;

    AwsProfilesCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            List<AwsProfile> profiles = lab.aws().profiles();
            if (profiles.isEmpty()) {
                terminal.print(
                        "No profiles found in your AWS files. Create one with 'aws configure' or 'aws configure sso'.");
                return ExitCode.OK;
            }
            TextTable table = new TextTable().left("PROFILE").left("REGION").left("CREDENTIALS");
            for (AwsProfile profile : profiles) {
                table.row(profile.name(), profile.region() == null ? "-" : profile.region(), text(profile.signIn()));
            }
            terminal.printLines(table.lines());
        }
        return ExitCode.OK;
    }

    private static String text(AwsProfile.SignIn signIn) {
        return switch (signIn) {
            case ASSUME_ROLE -> "assumed role";
            case SSO -> "IAM Identity Center (SSO)";
            case LOGIN -> "aws login";
            case PROCESS -> "external process";
            case KEYS -> "access keys";
            case NONE -> "none";
        };
    }
}
