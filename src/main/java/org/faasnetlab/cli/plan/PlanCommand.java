package org.faasnetlab.cli.plan;

import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.LabOpener;
import org.faasnetlab.cli.common.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands on plan files. */
@Command(
        name = "plan",
        header = "Save and validate experiments as plan files",
        description = {
            "A plan is a YAML or JSON file with all settings of an experiment.",
            "",
            "Examples:",
            "  faasnetlab plan save --preset memory-sweep --set repeats=5 plan.yaml",
            "  faasnetlab plan save --run 20261123-104210-k3f9 plan.yaml",
            "  faasnetlab plan check plan.yaml",
            "  faasnetlab run --plan plan.yaml",
            ""
        })
public final class PlanCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public static CommandLine with(Terminal screen, LabOpener opener, DataOption data) {
        return new CommandLine(new PlanCommand())
                .addSubcommand(new PlanSaveCommand(screen, opener, data))
                .addSubcommand(new PlanCheckCommand(screen))
                .addSubcommand(new PlanSchemaCommand(screen));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: specify save, check, or schema.");
    }
}
