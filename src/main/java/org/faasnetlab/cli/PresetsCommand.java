package org.faasnetlab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the experiments to start from, or the settings of one. */
@Command(
        name = "presets",
        header = "Lists the experiments to start from, or the settings of one.",
        description = "A preset is a whole experiment with values that work; 'run' changes its settings with --set.")
final class PresetsCommand implements Callable<Integer> {
    private final Screen screen;
    private final List<ExperimentPlan> presets;

    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET",
            description = "List the settings of this preset, with their values and meaning.")
    private @Nullable String preset;

    PresetsCommand(Screen screen, List<ExperimentPlan> presets) {
        this.screen = screen;
        this.presets = presets;
    }

    @Override
    public Integer call() throws LabException {
        if (preset == null) {
            TextTable table =
                    new TextTable().left("PRESET").left("WHAT IT MEASURES").right("TRIALS");
            for (ExperimentPlan plan : presets) {
                table.row(
                        plan.preset(),
                        plan.title(),
                        String.valueOf(plan.trials().size()));
            }
            screen.lines(table.lines());
        } else {
            ExperimentPlan plan = PlanOptions.find(presets, preset);
            TextTable table = new TextTable().left("SETTING").left("VALUE").left("MEANING");
            for (Setting setting : Setting.values()) {
                if (setting.appliesTo(plan.transfer())) {
                    table.row(setting.key(), setting.read(plan), meaning(setting));
                }
            }
            screen.line(plan.preset() + ": " + plan.title());
            screen.line("");
            screen.lines(table.lines());
        }
        return ExitCode.OK;
    }

    private static String meaning(Setting setting) {
        return setting.description() + (setting.isFactor() ? "; takes several values: a,b,c" : "");
    }
}
