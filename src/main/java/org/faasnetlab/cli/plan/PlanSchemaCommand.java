package org.faasnetlab.cli.plan;

import java.util.concurrent.Callable;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.plan.file.PlanSchema;
import picocli.CommandLine.Command;

/** Prints the JSON schema of plan files. */
@Command(name = "schema", header = "Print the JSON schema of plan files, for editors")
final class PlanSchemaCommand implements Callable<Integer> {
    private final Terminal screen;

    PlanSchemaCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.lines(PlanSchema.text().lines().toList());
        return ExitCode.OK;
    }
}
