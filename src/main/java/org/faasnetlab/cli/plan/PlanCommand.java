package org.faasnetlab.cli.plan;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.plan.file.PlanFiles;
import org.faasnetlab.plan.file.PlanSchema;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.testbed.local.network.KernelNetworkProbe;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    private final Terminal terminal;
    private final Presets presets;
    private final KernelNetworkProbe kernel;

    private PlanCommand(Terminal terminal, Presets presets, KernelNetworkProbe kernel) {
        this.terminal = terminal;
        this.presets = presets;
        this.kernel = kernel;
    }

    public static CommandLine create(Terminal terminal, DataOption data, Presets presets, KernelNetworkProbe kernel) {
        return new CommandLine(new PlanCommand(terminal, presets, kernel))
                .addSubcommand(new PlanSaveCommand(terminal, data, presets));
    }

    @Command(name = "check", header = "Validate a plan file and list its trials")
    int check(@Parameters(paramLabel = "FILE", description = "Plan file") Path file)
            throws LabException, InterruptedException {
        terminal.printLines(new PlanFormatter(presets, kernel).forecast(new PlanFiles(presets).read(file)));
        return ExitCode.OK;
    }

    @Command(name = "schema", header = "Print the JSON schema of plan files, for editors")
    int schema() {
        terminal.printLines(new PlanSchema(presets).text().lines().toList());
        return ExitCode.OK;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: specify save, check, or schema.");
    }
}
