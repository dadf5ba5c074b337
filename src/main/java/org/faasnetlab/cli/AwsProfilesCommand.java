package org.faasnetlab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.testbed.aws.AwsProfile;
import picocli.CommandLine.Command;

/** Lists the profiles of the user's AWS files. Asks AWS nothing. */
@Command(
        name = "profiles",
        header = "List the profiles in your AWS configuration files, with Region and credential type")
final class AwsProfilesCommand implements Callable<Integer> {
    private final Screen screen;
    private final LabOpener opener;
    private final DataOption data;

    AwsProfilesCommand(Screen screen, LabOpener opener, DataOption data) {
        this.screen = screen;
        this.opener = opener;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open(opener)) {
            List<AwsProfile> profiles = lab.aws().profiles();
            if (profiles.isEmpty()) {
                screen.line(
                        "No profiles found in your AWS files. Create one with 'aws configure' or 'aws configure sso'.");
                return ExitCode.OK;
            }
            TextTable table = new TextTable().left("PROFILE").left("REGION").left("CREDENTIALS");
            for (AwsProfile profile : profiles) {
                table.row(profile.name(), profile.region() == null ? "-" : profile.region(), words(profile.signIn()));
            }
            screen.lines(table.lines());
        }
        return ExitCode.OK;
    }

    private static String words(AwsProfile.SignIn signIn) {
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
