package org.faasnetlab.testbed.aws.teardown;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faasnetlab.HandClock;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;

/** Teardowns of the testbed "lab" in an account that a test has prepared. Waiting takes no time. */
final class TeardownTrial implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    final FakeAccount account;
    final FakeAws aws;
    final List<StepProgress> steps = new ArrayList<>();
    final List<ResourceProgress> events = new ArrayList<>();
    private final HandClock clock = new HandClock(BEGIN);
    private final Set<String> othersBefore;
    private Patience patience = Patience.DEFAULT;

    TeardownTrial(FakeAccount account) throws IOException {
        this.account = account;
        this.aws = new FakeAws(account);
        this.othersBefore = account.others();
    }

    TeardownTrial with(Patience other) {
        patience = other;
        return this;
    }

    /** A run as a new process makes it: nothing is known from earlier ones. */
    TeardownReport run() throws LabException, InterruptedException {
        return teardown("lab").run(new TeardownListener() {
            @Override
            public void step(StepProgress progress) {
                steps.add(progress);
            }

            @Override
            public void event(ResourceProgress news) {
                events.add(news);
            }
        });
    }

    Teardown teardown(String name) throws LabException {
        return new Teardown(aws.account(), name, clock, clock::move, patience);
    }

    Duration waited() {
        return Duration.between(BEGIN, clock.instant());
    }

    /** What was done to things of others, or is missing of them. */
    List<String> harm() {
        List<String> harm = new ArrayList<>(account.touched);
        othersBefore.stream().filter(each -> !account.others().contains(each)).forEach(harm::add);
        return harm;
    }

    @Override
    public void close() {
        aws.close();
    }
}
