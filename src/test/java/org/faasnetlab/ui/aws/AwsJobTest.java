package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.teardown.LeftResource;
import org.faasnetlab.ui.aws.AwsJob.Phase;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.FakeAwsTestbeds;
import org.faasnetlab.ui.common.HandClock;
import org.faasnetlab.ui.common.HandTicker;
import org.faasnetlab.ui.common.TestFailure;
import org.junit.jupiter.api.Test;

class AwsJobTest {
    private static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");

    private final FakeAwsTestbeds aws = new FakeAwsTestbeds();
    private final StandingTestbeds standing = new StandingTestbeds(new Kept());
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final HandClock clock = new HandClock(FakeAwsTestbeds.MADE);
    private final HandTicker ticker = new HandTicker();
    private final AwsJob job = new AwsJob(tasks, standing, clock, ticker);

    @Test
    void aTestbedThatWasMadeStandsAndCostsUntilItsLeaseEnds() {
        job.create(aws, SETTINGS, List.of(1769));

        assertThat(job.phase().get()).isEqualTo(Phase.READY);
        assertThat(job.steps()).allMatch(row -> row.state() == StepRow.State.DONE);
        assertThat(standing.at(FakeAwsTestbeds.MADE)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("lab");
            assertThat(one.hourWords())
                    .hasValueSatisfying(words -> assertThat(words).startsWith("$0.2"));
        });
        assertThat(standing.at(FakeAwsTestbeds.MADE.plus(SETTINGS.lease()))).isEmpty();
    }

    @Test
    void eachResourceHasOneRowWithItsLastStateAndItsTime() {
        job.create(aws, SETTINGS, List.of(1769));

        assertThat(job.resources()).extracting(ResourceRow::name).containsExactly("Vpc", "Bucket", "Server1Instance");
        ResourceRow vpc = job.resources().get(0);
        assertThat(vpc.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(vpc.time(clock.instant())).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void aSetUpThatFailedSaysWhyAndCanBeContinued() {
        aws.failNext(new TestFailure("The function did not answer.", "Continue."));
        job.create(aws, SETTINGS, List.of(512));
        assertThat(job.phase().get()).isEqualTo(Phase.CREATE_FAILED);
        assertThat(Objects.requireNonNull(job.problem().get())).hasMessage("The function did not answer.");
        assertThat(job.steps().get(0).state()).isEqualTo(StepRow.State.FAILED);

        job.goOnAgain();

        assertThat(aws.continued()).containsExactly("lab");
        assertThat(job.phase().get()).isEqualTo(Phase.READY);
        assertThat(job.problem().get()).isNull();
    }

    @Test
    void aTeardownThatLeavesNothingEndsTheCost() {
        job.create(aws, SETTINGS, List.of(1769));

        job.tearDownWhatIsLeft();

        assertThat(job.phase().get()).isEqualTo(Phase.TORN_DOWN);
        assertThat(Objects.requireNonNull(job.report().get()).nothingLeft()).isTrue();
        assertThat(standing.at(FakeAwsTestbeds.MADE)).isEmpty();
    }

    @Test
    void whatATeardownLeftIsNamedAndTheTestbedIsStillCounted() {
        job.create(aws, SETTINGS, List.of(1769));
        aws.leaves(new LeftResource("security-group", "sg-1"));

        job.tearDownWhatIsLeft();

        assertThat(Objects.requireNonNull(job.report().get()).left()).hasSize(1);
        assertThat(standing.at(FakeAwsTestbeds.MADE)).hasSize(1);
    }

    @Test
    void oneJobAtATimeAndCancelIsOnlyForASetUp() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        aws.holdSetUp(gate);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AwsJob slow = new AwsJob(new BackgroundTasks(thread, Runnable::run), standing, clock, ticker);
        slow.create(aws, SETTINGS, List.of(1769));

        slow.tearDown(aws, "other");
        assertThat(aws.tornDown()).isEmpty();
        slow.cancel();
        assertThat(slow.phase().get()).isEqualTo(Phase.CANCELLING);

        gate.countDown();
        thread.shutdown();
        assertThat(thread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        slow.cancel();
        assertThat(slow.phase().get()).isEqualTo(Phase.READY);
    }
}
