package org.faasnetlab.ui.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.file.PlanFiles;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;

/** Reads and writes plan files in the background, and reports the last file read or written. */
final class PlanFileActions {
    private final PlanFiles files;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Texts texts;
    private final BackgroundTasks tasks;
    private final Consumer<LabException> failed;

    /** @param failed receives the error if a file cannot be read or written */
    PlanFileActions(PlanFiles files, Texts texts, BackgroundTasks tasks, Consumer<LabException> failed) {
        this.files = files;
        this.texts = texts;
        this.tasks = tasks;
        this.failed = failed;
    }

    /** A message about the plan file opened or saved last; empty if there is none. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Clears the message about an earlier file. */
    void clearMessage() {
        message.set("");
    }

    boolean isPlan(Path file) {
        return files.isPlan(file);
    }

    void open(Path file, Consumer<ExperimentPlan> opened) {
        clearMessage();
        tasks.of(
                        () -> files.read(file),
                        plan -> {
                            opened.accept(plan);
                            message.set(texts.get("plan.opened", file.toString()));
                        },
                        failed)
                .start();
    }

    /** Writes a plan; replaces an existing file. */
    void save(Path file, ExperimentPlan plan) {
        clearMessage();
        tasks.of(() -> write(file, plan), written -> message.set(texts.get("plan.saved", file.toString())), failed)
                .start();
    }

    private Path write(Path file, ExperimentPlan plan) throws LabException {
        try {
            return Files.writeString(file, files.write(file, plan));
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Cannot write {0} ({1}).", file, e.getMessage()),
                    Phrase.of("Choose an existing, writable folder."),
                    e);
        }
    }
}
