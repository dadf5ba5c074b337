package org.faasnetlab.ui.aws;

import java.util.List;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.setup.SetupListener;
import org.faasnetlab.testbed.aws.setup.SetupStep;
import org.faasnetlab.testbed.aws.setup.StepState;
import org.faasnetlab.testbed.aws.teardown.StepProgress;
import org.faasnetlab.testbed.aws.teardown.TeardownListener;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.jspecify.annotations.Nullable;

/** Brings the news of a job to the rows that the window shows. */
final class JobNews implements SetupListener, TeardownListener {
    private final List<StepRow> steps;
    private final List<ResourceRow> resources;
    private final Consumer<@Nullable LabException> delay;
    private final BackgroundTasks tasks;

    /** @param delay hears why AWS cannot be asked at the moment, and null when it has answered again */
    JobNews(
            List<StepRow> steps,
            List<ResourceRow> resources,
            Consumer<@Nullable LabException> delay,
            BackgroundTasks tasks) {
        this.steps = steps;
        this.resources = resources;
        this.delay = delay;
        this.tasks = tasks;
    }

    @Override
    public void onStep(SetupStep step, StepState state) {
        StepRow.State shown = switch (state) {
            case UNDER_WAY -> StepRow.State.UNDER_WAY;
            case DONE -> StepRow.State.DONE;
            case FAILED -> StepRow.State.FAILED;
        };
        tell(new StepRow(step, shown, ""));
    }

    @Override
    public void step(StepProgress progress) {
        StepRow.State shown = switch (progress.state()) {
            case RUNNING -> StepRow.State.UNDER_WAY;
            case DONE -> StepRow.State.DONE;
            case INCOMPLETE -> StepRow.State.INCOMPLETE;
        };
        tell(new StepRow(progress.step(), shown, progress.detail()));
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

    private void tell(StepRow row) {
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
