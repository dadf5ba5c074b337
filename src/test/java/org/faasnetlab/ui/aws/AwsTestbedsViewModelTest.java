package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.ui.FakeActiveRun;
import org.faasnetlab.testing.ui.FakeAwsTestbeds;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.testing.ui.InMemoryTestbedMemory;
import org.faasnetlab.testing.ui.ManualTicker;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class AwsTestbedsViewModelTest {
    private static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");

    @TempDir
    Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final ActiveTestbeds standing = new ActiveTestbeds(new InMemoryTestbedMemory());
    private final CurrentRun run = new CurrentRun(tasks);
    private FakeAwsTestbeds aws;
    private TestbedSession session;
    private AwsTestbedsViewModel model;

    @BeforeEach
    void open() {
        FakeLabWithStore lab = new FakeLabWithStore(folder);
        aws = lab.aws().testbeds();
        session = new TestbedSession(lab, tasks);
        AwsTestbedJob job = new AwsTestbedJob(tasks, standing, Clock.systemUTC(), new ManualTicker());
        model = new AwsTestbedsViewModel(new AccountViewModel(lab, tasks), session, run, job, standing, tasks);
        aws.exists(SETTINGS, StackStatus.UPDATE_COMPLETE, true, FakeAwsTestbeds.CREATED);
    }

    @Test
    void testbedsCreatedElsewhereAreListedAndActive() {
        model.refresh();

        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.stack().name()).isEqualTo("lab");
            assertThat(row.costSoFar()).isPresent();
        });
        assertThat(standing.at(FakeAwsTestbeds.CREATED)).hasSize(1);
    }

    @Test
    void usedTestbedIsOpenedForExperiments() {
        model.refresh();

        model.use(model.rows().get(0), false);

        assertThat(aws.opened()).containsExactly("lab");
        assertThat(session.testbed())
                .hasValueSatisfying(testbed -> assertThat(testbed.name()).isEqualTo("lab"));
    }

    @Test
    void leaseIsExtendedByAnHour() {
        model.refresh();
        Instant before = model.rows().get(0).stack().leaseEnd().orElseThrow();

        model.extend(model.rows().get(0));

        assertThat(model.rows().get(0).stack().leaseEnd()).contains(before.plus(Duration.ofHours(1)));
        assertThat(model.rows().get(0).active())
                .hasValueSatisfying(
                        active -> assertThat(active.leaseEnd()).isEqualTo(before.plus(Duration.ofHours(1))));
    }

    @Test
    void otherUsersRunIsShownAndStopped() {
        aws.measuring(new MeasurementLock.Holder("one", "user/ada", "lab-pc", Instant.EPOCH, Instant.MAX));
        model.refresh();
        assertThat(model.rows().get(0).holder())
                .hasValueSatisfying(holder -> assertThat(holder.text()).isEqualTo("user/ada on lab-pc"));

        model.release(model.rows().get(0));

        assertThat(model.rows().get(0).holder()).isEmpty();
    }

    @Test
    void testbedIsNotChangedDuringRun() {
        model.refresh();
        run.started(new FakeActiveRun());

        model.use(model.rows().get(0), false);

        assertThat(aws.opened()).isEmpty();
    }

    @Test
    void deletedTestbedIsClosed() {
        model.refresh();
        model.use(model.rows().get(0), false);

        model.delete(model.rows().get(0));

        assertThat(aws.deleted()).containsExactly("lab");
        assertThat(session.status().get()).isInstanceOf(TestbedStatus.None.class);
    }

    @Test
    void failureToListIsReported() {
        model.refresh();
        aws.failNext(new LabException(LabException.Kind.FAILED, "AWS cannot be reached.", "Look at the network."));

        model.refresh();

        assertThat(model.problem().get()).hasMessage("AWS cannot be reached.");
        model.refresh();
        assertThat(model.problem().get()).isNull();
    }
}
