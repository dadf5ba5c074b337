package org.faasnetlab.ui.aws;

import java.util.List;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.creation.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionStepProgress;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.jspecify.annotations.Nullable;

/** Brings the news of a job to the rows that the window shows. */
final class JobProgressListener implements CreationListener, DeletionListener {
    private final List<JobStepRow> steps;
    private final List<ResourceRow> resources;
    private final Consumer<@Nullable LabException> delay;
    private final BackgroundTasks tasks;

    /** @param delay hears why AWS cannot be asked at the moment, and null when it has answered again */
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
        JobStepRow.State shown = switch (state) {
            case UNDER_WAY -> JobStepRow.State.UNDER_WAY;
            case DONE -> JobStepRow.State.DONE;
            case FAILED -> JobStepRow.State.FAILED;
        };
        tell(new JobStepRow(step, shown, ""));
    }

    @Override
    public void step(DeletionStepProgress progress) {
        JobStepRow.State shown = switch (progress.state()) {
            case RUNNING -> JobStepRow.State.UNDER_WAY;
            case DONE -> JobStepRow.State.DONE;
            case INCOMPLETE -> JobStepRow.State.INCOMPLETE;
        };
        tell(new JobStepRow(progress.step(), shown, progress.detail()));
    }

    @Override
    public void onResource(ResourceProgress news) {
        tell(new ResourceRow(news.name(), news.type(), news.status(), news.reason(), news.at(), news.at()));
    }

    @Override
    public void event(ResourceProgress news) {
        onResource(news);
    }

    @Override
    public void onDelay(AwsAccessException reason) {
        tasks.onWindow(() -> delay.accept(reason));
    }

    private void tell(JobStepRow row) {
        tasks.onWindow(() -> {
            delay.accept(null);
            steps.replaceAll(one -> one.key() == row.key() ? row : one);
        });
    }

    private void tell(ResourceRow row) {
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
