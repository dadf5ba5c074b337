package org.faasnetlab.cli.runs;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets the name, note and tags of a saved run. */
@Command(
        name = "label",
        header = "Edit the name, note, and tags of a run",
        description = {
            "Changes only what is specified. An empty name or note removes it.",
            "",
            "Example:",
            "  faasnetlab label 20261123-104210-k3f9 --name 'after the change' --tag lambda --tag paper",
            ""
        })
public final class LabelCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;

    @Mixin
    private RunIdParameter id = new RunIdParameter();

    @Option(names = "--name", paramLabel = "TEXT", description = "Name, shown instead of the title")
    private @Nullable String name;

    @Option(names = "--note", paramLabel = "TEXT", description = "Note")
    private @Nullable String note;

    @Option(names = "--tag", paramLabel = "TAG", description = "Tag to add (repeatable)")
    private List<String> added = List.of();

    @Option(names = "--untag", paramLabel = "TAG", description = "Tag to remove (repeatable)")
    private List<String> removed = List.of();

    public LabelCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        check();
        try (Lab lab = data.open()) {
            RunRow run = id.row(lab);
            RunLabel before = lab.store().labels().getOrDefault(run.id(), RunLabel.NONE);
            SortedSet<String> tags = new TreeSet<>(before.tags());
            tags.addAll(added);
            tags.removeAll(removed);
            lab.store()
                    .label(
                            run.id(),
                            new RunLabel(
                                    name == null ? before.name() : name, note == null ? before.note() : note, tags));
            lab.store().flush();
            terminal.print("Updated run " + run.id() + ".");
        }
        return ExitCode.OK;
    }

    private void check() throws LabException {
        if (name == null && note == null && added.isEmpty() && removed.isEmpty()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT, "No changes specified.", "Specify --name, --note, --tag, or --untag.");
        }
        checkLength("name", name, RunLabel.MAX_NAME_LENGTH);
        checkLength("note", note, RunLabel.MAX_NOTE_LENGTH);
        for (String tag : added) {
            if (!RunLabel.isTag(tag)) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Invalid tag \"" + tag + "\".",
                        "Use up to 40 letters, digits, and _ . : -, starting with a letter or digit.");
            }
        }
    }

    private static void checkLength(String what, @Nullable String text, int maxLength) throws LabException {
        if (text != null && text.length() > maxLength) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "The " + what + " is too long.",
                    String.format(Locale.ROOT, "Use at most %,d characters.", maxLength));
        }
    }
}
