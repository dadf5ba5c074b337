package org.faasnetlab.cli.aws;

import org.faasnetlab.cli.common.CliParts;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of the commands for testbeds in the user's AWS account. */
@Command(
        name = "aws",
        header = "Create, list, and delete testbeds in your AWS account",
        description = {
            "",
            "Examples:",
            "  faasnetlab aws plan --region eu-central-1",
            "  faasnetlab aws preflight --profile work",
            "  faasnetlab aws setup --profile work --lease 1h",
            "  faasnetlab run --testbed lab --profile work --preset iperf3-single",
            "  faasnetlab aws status --profile work",
            "  faasnetlab aws extend lab --profile work --by 2h",
            "  faasnetlab aws teardown lab --profile work",
            ""
        })
public final class AwsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public static CommandLine create(CliParts parts, DataOption data) {
        Terminal terminal = parts.terminal();
        Confirmation confirmation = new Confirmation(terminal);
        return new CommandLine(new AwsCommand())
                .addSubcommand(new AwsProfilesCommand(terminal, data))
                .addSubcommand(new AwsPlanCommand(terminal, data))
                .addSubcommand(new AwsPreflightCommand(terminal, data))
                .addSubcommand(new AwsSetupCommand(
                        terminal, data, confirmation, parts.interrupts(), parts.clock(), parts.zone()))
                .addSubcommand(new AwsSmokeCommand(
                        parts.version(), terminal, data, confirmation, parts.interrupts(), parts.clock()))
                .addSubcommand(new AwsStatusCommand(terminal, data, parts.clock(), parts.zone()))
                .addSubcommand(new AwsDoctorCommand(terminal, data))
                .addSubcommand(new AwsExtendCommand(terminal, data, confirmation, parts.zone()))
                .addSubcommand(new AwsReleaseCommand(terminal, data, confirmation))
                .addSubcommand(new AwsTeardownCommand(terminal, data, confirmation, parts.interrupts(), parts.clock()));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: specify profiles, plan, preflight, setup, smoke, status, doctor, extend, release, or teardown.");
    }
}
