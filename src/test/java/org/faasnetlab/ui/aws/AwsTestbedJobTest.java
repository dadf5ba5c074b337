package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.collections.ListChangeListener;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.ui.FakeAwsTestbeds;
import org.faasnetlab.testing.ui.InMemoryTestbedMemory;
import org.faasnetlab.testing.ui.ManualTicker;
import org.faasnetlab.ui.aws.AwsTestbedJob.Phase;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.junit.jupiter.api.Test;

class AwsTestbedJobTest {
    private static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");

    private final FakeAwsTestbeds aws = new FakeAwsTestbeds();
    private final InMemoryTestbedMemory kept = new InMemoryTestbedMemory();
    private final ActiveTestbeds standing = new ActiveTestbeds(kept);
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final ManualClock clock = new ManualClock(FakeAwsTestbeds.MADE);
    private final ManualTicker ticker = new ManualTicker();
    private final AwsTestbedJob job = new AwsTestbedJob(tasks, standing, clock, ticker);

    @Test
    void aTestbedThatWasMadeStandsAndCostsUntilItsLeaseEnds() {
        job.create(aws, SETTINGS, List.of(1769));

        assertThat(job.phase().get()).isEqualTo(Phase.READY);
        assertThat(job.steps()).allMatch(row -> row.state() == JobStepRow.State.DONE);
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
    void aResourceUnderWayShowsItsRunningTimeFromSecondToSecond() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        aws.holdSetUp(gate);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        CountDownLatch told = new CountDownLatch(1);
        AwsTestbedJob slow = new AwsTestbedJob(new BackgroundTasks(thread, Runnable::run), standing, clock, ticker);
        slow.resources().addListener((ListChangeListener<ResourceRow>) change -> {
            if (slow.resources().size() == 3) {
                told.countDown();
            }
        });
        slow.create(aws, SETTINGS, List.of(1769));
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        ResourceRow server = slow.resources().get(2);

        clock.move(Duration.ofSeconds(70));
        ticker.tick();

        assertThat(server.time(slow.now().get())).isEqualTo(Duration.ofSeconds(40));
        assertThat(slow.resources().get(0).time(slow.now().get())).isEqualTo(Duration.ofSeconds(14));
        gate.countDown();
        thread.shutdown();
        assertThat(thread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ticker.runs()).isFalse();
    }

    @Test
    void aClockBehindThatOfAwsGivesNoNegativeTime() {
        Instant at = FakeAwsTestbeds.MADE;
        ResourceRow begun = new ResourceRow("Vpc", "AWS::EC2::VPC", "CREATE_IN_PROGRESS", "", at, at);

        assertThat(begun.time(at.minusSeconds(30))).isEqualTo(Duration.ZERO);
    }

    @Test
    void aTestbedIsRememberedFromItsBeginningOn() {
        aws.failNext(new LabException(LabException.Kind.FAILED, "The network is gone.", "Continue."));

        job.create(aws, SETTINGS, List.of(1769));

        assertThat(new ActiveTestbeds(kept).at(FakeAwsTestbeds.MADE))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.region()).isEqualTo("eu-central-1");
                    assertThat(one.soFarWords(one.createdAt().plus(Duration.ofHours(1))))
                            .isEqualTo(one.hourWords());
                });
    }

    @Test
    void aSetUpThatFailedSaysWhyAndCanBeContinued() {
        aws.failNext(new LabException(LabException.Kind.FAILED, "The function did not answer.", "Continue."));
        job.create(aws, SETTINGS, List.of(512));
        assertThat(job.phase().get()).isEqualTo(Phase.CREATE_FAILED);
        assertThat(Objects.requireNonNull(job.problem().get())).hasMessage("The function did not answer.");
        assertThat(job.steps().get(0).state()).isEqualTo(JobStepRow.State.FAILED);

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
        aws.leaves(new LeftoverResource("security-group", "sg-1"));

        job.tearDownWhatIsLeft();

        assertThat(Objects.requireNonNull(job.report().get()).left()).hasSize(1);
        assertThat(standing.at(FakeAwsTestbeds.MADE)).hasSize(1);
    }

    @Test
    void oneJobAtATimeAndCancelIsOnlyForASetUp() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        aws.holdSetUp(gate);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AwsTestbedJob slow = new AwsTestbedJob(new BackgroundTasks(thread, Runnable::run), standing, clock, ticker);
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
