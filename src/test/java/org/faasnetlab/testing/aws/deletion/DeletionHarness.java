package org.faasnetlab.testing.aws.deletion;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testbed.aws.deletion.DeletionTimeouts;
import org.faasnetlab.testbed.aws.deletion.TestbedDeletion;
import org.faasnetlab.testing.aws.FakeSleeper;

/** Deletions of the testbed "lab" in a prepared account. Sleeping takes no time. */
public final class DeletionHarness implements AutoCloseable {
    /** One report of a step. */
    public record Step(DeletionStep step, StepState state, String detail) {}

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    public final FakeAccount account;
    public final FakeAws aws;
    public final List<Step> steps = new ArrayList<>();
    public final List<ResourceProgress> events = new ArrayList<>();
    private final FakeSleeper sleeper = new FakeSleeper(BEGIN);
    private final Set<String> othersBefore;
    private DeletionTimeouts timeouts = DeletionTimeouts.DEFAULT;

    public DeletionHarness(FakeAccount account) throws IOException {
        this.account = account;
        this.aws = new FakeAws(account);
        this.othersBefore = account.others();
    }

    public DeletionHarness with(DeletionTimeouts other) {
        timeouts = other;
        return this;
    }

    /** Runs a new deletion, without state from earlier ones. */
    public DeletionReport run() throws LabException, InterruptedException {
        return deletion("lab").run(new DeletionListener() {
            @Override
            public void onStep(DeletionStep step, StepState state, String detail) {
                steps.add(new Step(step, state, detail));
            }

            @Override
            public void onResource(ResourceProgress resource) {
                events.add(resource);
            }
        });
    }

    public TestbedDeletion deletion(String name) throws LabException {
        return new TestbedDeletion(aws.account(), name, sleeper, sleeper::sleep, timeouts);
    }

    public Duration waited() {
        return Duration.between(BEGIN, sleeper.instant());
    }

    /** Changes to, and losses of, resources of others. */
    public List<String> harm() {
        List<String> harm = new ArrayList<>(account.touched);
        othersBefore.stream().filter(each -> !account.others().contains(each)).forEach(harm::add);
        return harm;
    }

    @Override
    public void close() {
        aws.close();
    }
}
