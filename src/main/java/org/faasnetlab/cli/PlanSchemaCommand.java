package org.faasnetlab.cli;

import java.util.concurrent.Callable;
import org.faasnetlab.experiment.file.PlanSchema;
import picocli.CommandLine.Command;

/** Prints the format of plan files. */
@Command(name = "schema", header = "Print the JSON schema of plan files, for editors")
final class PlanSchemaCommand implements Callable<Integer> {
    private final Screen screen;

    PlanSchemaCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.lines(PlanSchema.text().lines().toList());
        return ExitCode.OK;
    }
}
