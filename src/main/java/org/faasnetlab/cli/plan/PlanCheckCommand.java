package org.faasnetlab.cli.plan;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.plan.file.PlanFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a plan would measure, or its errors with their positions. */
@Command(name = "check", header = "Validate a plan file and list its trials")
final class PlanCheckCommand implements Callable<Integer> {
    private final Terminal screen;

    @Parameters(paramLabel = "FILE", description = "Plan file")
    private Path file = Path.of("");

    PlanCheckCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws LabException {
        screen.lines(PlanForecast.lines(new PlanFiles().read(file)));
        return ExitCode.OK;
    }
}
