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
import org.faasnetlab.testbed.aws.calls.StepState;
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
    private final ManualClock clock = new ManualClock(FakeAwsTestbeds.CREATED);
    private final ManualTicker ticker = new ManualTicker();
    private final AwsTestbedJob job = new AwsTestbedJob(tasks, standing, clock, ticker);

    @Test
    void createdTestbedIsActiveUntilLeaseEnds() {
        job.create(aws, SETTINGS, List.of(1769));

        assertThat(job.phase().get()).isEqualTo(Phase.READY);
        assertThat(job.steps()).allMatch(row -> row.state() == StepState.DONE);
        assertThat(standing.at(FakeAwsTestbeds.CREATED)).singleElement().satisfies(testbed -> {
            assertThat(testbed.name()).isEqualTo("lab");
            assertThat(testbed.pricePerHour())
                    .hasValueSatisfying(words -> assertThat(words).startsWith("$0.2"));
        });
        assertThat(standing.at(FakeAwsTestbeds.CREATED.plus(SETTINGS.lease()))).isEmpty();
    }

    @Test
    void resourceHasOneRowWithLastStateAndDuration() {
        job.create(aws, SETTINGS, List.of(1769));

        assertThat(job.resources()).extracting(ResourceRow::name).containsExactly("Vpc", "Bucket", "Server1Instance");
        ResourceRow vpc = job.resources().get(0);
        assertThat(vpc.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(vpc.time(clock.instant())).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void resourceInProgressShowsElapsedTime() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        aws.blockCreation(gate);
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
    void clockBehindAwsGivesNoNegativeDuration() {
        Instant at = FakeAwsTestbeds.CREATED;
        ResourceRow begun = new ResourceRow("Vpc", "AWS::EC2::VPC", "CREATE_IN_PROGRESS", "", at, at);

        assertThat(begun.time(at.minusSeconds(30))).isEqualTo(Duration.ZERO);
    }

    @Test
    void testbedIsStoredFromStartOfCreation() {
        aws.failNext(new LabException(LabException.Kind.FAILED, "The network is gone.", "Continue."));

        job.create(aws, SETTINGS, List.of(1769));

        assertThat(new ActiveTestbeds(kept).at(FakeAwsTestbeds.CREATED))
                .singleElement()
                .satisfies(testbed -> {
                    assertThat(testbed.region()).isEqualTo("eu-central-1");
                    assertThat(testbed.costSoFar(testbed.createdAt().plus(Duration.ofHours(1))))
                            .isEqualTo(testbed.pricePerHour());
                });
    }

    @Test
    void failedCreationReportsReasonAndCanBeResumed() {
        aws.failNext(new LabException(LabException.Kind.FAILED, "The function did not answer.", "Continue."));
        job.create(aws, SETTINGS, List.of(512));
        assertThat(job.phase().get()).isEqualTo(Phase.CREATE_FAILED);
        assertThat(Objects.requireNonNull(job.problem().get())).hasMessage("The function did not answer.");
        assertThat(job.steps().get(0).state()).isEqualTo(StepState.FAILED);

        job.resumeFailed();

        assertThat(aws.resumed()).containsExactly("lab");
        assertThat(job.phase().get()).isEqualTo(Phase.READY);
        assertThat(job.problem().get()).isNull();
    }

    @Test
    void cleanDeletionEndsCost() {
        job.create(aws, SETTINGS, List.of(1769));

        job.deleteLeftovers();

        assertThat(job.phase().get()).isEqualTo(Phase.DELETED);
        assertThat(Objects.requireNonNull(job.report().get()).isClean()).isTrue();
        assertThat(standing.at(FakeAwsTestbeds.CREATED)).isEmpty();
    }

    @Test
    void leftoversAreListedAndTestbedStaysActive() {
        job.create(aws, SETTINGS, List.of(1769));
        aws.leaveNext(new LeftoverResource("security-group", "sg-1"));

        job.deleteLeftovers();

        assertThat(Objects.requireNonNull(job.report().get()).leftovers()).hasSize(1);
        assertThat(standing.at(FakeAwsTestbeds.CREATED)).hasSize(1);
    }

    @Test
    void oneJobAtATimeAndOnlyCreationCanBeCancelled() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        aws.blockCreation(gate);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AwsTestbedJob slow = new AwsTestbedJob(new BackgroundTasks(thread, Runnable::run), standing, clock, ticker);
        slow.create(aws, SETTINGS, List.of(1769));

        slow.delete(aws, "other");
        assertThat(aws.deleted()).isEmpty();
        slow.cancel();
        assertThat(slow.phase().get()).isEqualTo(Phase.CANCELLING);

        gate.countDown();
        thread.shutdown();
        assertThat(thread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        slow.cancel();
        assertThat(slow.phase().get()).isEqualTo(Phase.READY);
    }
}
