package org.faasnetlab.testbed.aws.setup;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;

/** Keeps what a set-up tells. */
final class HeardSetup implements SetupListener {

    final List<String> steps = new ArrayList<>();
    final List<ResourceProgress> resources = new ArrayList<>();
    final List<AwsAccessException> delays = new ArrayList<>();

    @Override
    public void onStep(SetupStep step, StepState state) {
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
