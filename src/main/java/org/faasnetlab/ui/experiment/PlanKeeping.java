package org.faasnetlab.ui.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.file.PlanFiles;
import org.faasnetlab.ui.common.BackgroundTasks;

/** Reads and writes the files of plans in the background. */
final class PlanKeeping {
    private final PlanFiles files = new PlanFiles();
    private final BackgroundTasks tasks;

    PlanKeeping(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    void open(Path file, Consumer<ExperimentPlan> opened, Consumer<LabException> failure) {
        tasks.of(() -> files.read(file), opened, failure).start();
    }

    /** Writes a plan, in place of a file of that name. */
    void save(Path file, ExperimentPlan plan, Runnable saved, Consumer<LabException> failure) {
        tasks.of(() -> write(file, plan), written -> saved.run(), failure).start();
    }

    private Path write(Path file, ExperimentPlan plan) throws PlanNotSavedException {
        try {
            return Files.writeString(file, files.write(file, plan));
        } catch (IOException unwritable) {
            throw new PlanNotSavedException(file, unwritable);
        }
    }
}
