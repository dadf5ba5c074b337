package org.faasnetlab.ui.aws;

import java.util.List;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.jspecify.annotations.Nullable;

/** Updates the rows that the window shows with the progress of a job. Called on the job's thread. */
final class JobProgressListener implements CreationListener, DeletionListener {
    private final List<JobStepRow> steps;
    private final List<ResourceRow> resources;
    private final Consumer<@Nullable LabException> delay;
    private final BackgroundTasks tasks;

    /** @param delay receives why AWS cannot be reached at the moment, and null when it has responded again */
    JobProgressListener(
            List<JobStepRow> steps,
            List<ResourceRow> resources,
            Consumer<@Nullable LabException> delay,
            BackgroundTasks tasks) {
        this.steps = steps;
        this.resources = resources;
        this.delay = delay;
        this.tasks = tasks;
    }

    @Override
    public void onStep(CreationStep step, StepState state) {
        update(new JobStepRow(step, state, ""));
    }

    @Override
    public void onStep(DeletionStep step, StepState state, String detail) {
        update(new JobStepRow(step, state, detail));
    }

    @Override
    public void onResource(ResourceProgress resource) {
        update(new ResourceRow(
                resource.name(), resource.type(), resource.status(), resource.reason(), resource.at(), resource.at()));
    }

    @Override
    public void onDelay(AwsAccessException reason) {
        tasks.onWindow(() -> delay.accept(reason));
    }

    private void update(JobStepRow row) {
        tasks.onWindow(() -> {
            delay.accept(null);
            steps.replaceAll(step -> step.key() == row.key() ? row : step);
        });
    }

    private void update(ResourceRow row) {
        tasks.onWindow(() -> {
            delay.accept(null);
            for (int i = 0; i < resources.size(); i++) {
                if (resources.get(i).name().equals(row.name())) {
                    resources.set(i, resources.get(i).then(row));
                    return;
                }
            }
            resources.add(row);
        });
    }
}
