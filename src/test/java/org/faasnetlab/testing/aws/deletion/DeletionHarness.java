package org.faasnetlab.testing.aws.deletion;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStepProgress;
import org.faasnetlab.testbed.aws.deletion.DeletionTimeouts;
import org.faasnetlab.testbed.aws.deletion.TestbedDeletion;
import org.faasnetlab.testing.ManualClock;

/** Teardowns of the testbed "lab" in an account that a test has prepared. Waiting takes no time. */
public final class DeletionHarness implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    public final FakeAccount account;
    public final FakeAws aws;
    public final List<DeletionStepProgress> steps = new ArrayList<>();
    public final List<ResourceProgress> events = new ArrayList<>();
    private final ManualClock clock = new ManualClock(BEGIN);
    private final Set<String> othersBefore;
    private DeletionTimeouts patience = DeletionTimeouts.DEFAULT;

    public DeletionHarness(FakeAccount account) throws IOException {
        this.account = account;
        this.aws = new FakeAws(account);
        this.othersBefore = account.others();
    }

    public DeletionHarness with(DeletionTimeouts other) {
        patience = other;
        return this;
    }

    /** A run as a new process makes it: nothing is known from earlier ones. */
    public DeletionReport run() throws LabException, InterruptedException {
        return teardown("lab").run(new DeletionListener() {
            @Override
            public void step(DeletionStepProgress progress) {
                steps.add(progress);
            }

            @Override
            public void event(ResourceProgress news) {
                events.add(news);
            }
        });
    }

    public TestbedDeletion teardown(String name) throws LabException {
        return new TestbedDeletion(aws.account(), name, clock, clock::move, patience);
    }

    public Duration waited() {
        return Duration.between(BEGIN, clock.instant());
    }

    /** What was done to things of others, or is missing of them. */
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
