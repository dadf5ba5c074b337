package org.faasnetlab.cli.plan;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.OutputOption;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.export.ListingJson;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.plan.preset.Presets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the available presets, or the settings of one. */
@Command(
        name = "presets",
        header = "List presets, or the settings of one preset",
        description = "A preset is a ready-to-run experiment. To override its settings, use 'run --set'.")
public final class PresetsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Presets presets;

    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET",
            description = "List the settings of this preset, with values and descriptions")
    private @Nullable String name;

    @Mixin
    private OutputOption output = new OutputOption();

    public PresetsCommand(Terminal terminal, Presets presets) {
        this.terminal = terminal;
        this.presets = presets;
    }

    @Override
    public Integer call() throws LabException {
        if (output.json()) {
            terminal.print(ListingJson.ofPresets(name == null ? presets.groups() : groupsOf(presets.byName(name))));
        } else if (name == null) {
            list();
        } else {
            settings(presets.byName(name));
        }
        return ExitCode.OK;
    }

    private List<PresetGroup> groupsOf(Preset preset) {
        return presets.groups().stream()
                .filter(group -> group.presets().contains(preset))
                .map(group -> new PresetGroup(group.title(), List.of(preset)))
                .toList();
    }

    private void list() {
        TextTable table = new TextTable().left("PRESET").left("DESCRIPTION");
        presets.all().forEach(preset -> table.row("  " + preset.name(), preset.description()));
        Iterator<String> rows = table.lines().iterator();
        rows.next();
        for (PresetGroup group : presets.groups()) {
            terminal.print(group.title());
            group.presets().forEach(preset -> terminal.print(rows.next()));
        }
    }

    private void settings(Preset preset) {
        TextTable table = new TextTable().left("SETTING").left("VALUE").left("DESCRIPTION");
        for (Setting setting : Setting.ofType(preset.plan().type())) {
            table.row(setting.key(), setting.read(preset.plan()), meaning(setting));
        }
        terminal.print(preset.title() + ". " + preset.description());
        terminal.print("Question: " + preset.question().text());
        terminal.print("");
        terminal.printLines(table.lines());
    }

    private static String meaning(Setting setting) {
        return setting.description() + (setting.isFactor() ? "; accepts several values: a,b,c" : "");
    }
}
