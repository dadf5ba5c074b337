package org.faasnetlab.testing.aws.creation;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationStep;

/** Records the progress of a creation. */
public final class RecordingCreationListener implements CreationListener {

    public final List<String> steps = new ArrayList<>();
    public final List<ResourceProgress> resources = new ArrayList<>();
    public final List<AwsAccessException> delays = new ArrayList<>();

    @Override
    public void onStep(CreationStep step, StepState state) {
        steps.add(step + " " + state);
    }

    @Override
    public void onResource(ResourceProgress resource) {
        resources.add(resource);
    }

    @Override
    public void onDelay(AwsAccessException reason) {
        delays.add(reason);
    }
}
