package org.faasnetlab.cli.plan;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.runs.RunIdParameter;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.file.PlanFiles;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.Lab;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a preset, or the plan of a run, with changes to a file. */
@Command(name = "save", header = "Save a preset, or the plan of a run, with your changes to a file")
final class PlanSaveCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final Presets presets;

    @Mixin
    private final PlanOptions planOptions;

    @Option(names = "--run", paramLabel = "RUN", description = "Use the plan of this saved run")
    private @Nullable String run;

    @Parameters(paramLabel = "FILE", description = "New file: JSON if the name ends in .json, otherwise YAML")
    private Path file = Path.of("");

    PlanSaveCommand(Terminal terminal, DataOption data, Presets presets) {
        this.presets = presets;
        this.planOptions = new PlanOptions(presets);
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        ExperimentPlan plan = run == null ? planOptions.plan() : ofRun(run);
        PlanEstimate.of(plan);
        try {
            // An existing plan may contain the user's own work, so it is not overwritten.
            Files.writeString(file, new PlanFiles(presets).write(file, plan), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "File " + file + " already exists.",
                    "Specify another name, or delete the file.",
                    e);
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Cannot write " + file + " (" + e.getMessage() + ").",
                    "Specify a file in an existing, writable folder.",
                    e);
        }
        terminal.print("Saved " + file + ". Run it with: faasnetlab run --plan " + file);
        return ExitCode.OK;
    }

    private ExperimentPlan ofRun(String id) throws LabException {
        if (planOptions.hasStart()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "--run cannot be combined with --preset or --plan.",
                    "Specify only one of them.");
        }
        try (Lab lab = data.open()) {
            return planOptions.planFrom(presets.restore(RunIdParameter.find(lab.store(), id)));
        }
    }
}
