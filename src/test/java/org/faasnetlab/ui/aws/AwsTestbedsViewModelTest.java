package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.CurrentRun;
import org.faasnetlab.ui.common.FakeAwsTestbeds;
import org.faasnetlab.ui.common.FakeLab;
import org.faasnetlab.ui.common.FakeRun;
import org.faasnetlab.ui.common.HandTicker;
import org.faasnetlab.ui.common.TestFailure;
import org.faasnetlab.ui.common.TestbedSession;
import org.faasnetlab.ui.common.TestbedStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class AwsTestbedsViewModelTest {
    private static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");

    @TempDir
    Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final StandingTestbeds standing = new StandingTestbeds(new Kept());
    private final CurrentRun run = new CurrentRun(tasks);
    private FakeAwsTestbeds aws;
    private TestbedSession session;
    private AwsTestbedsViewModel model;

    @BeforeEach
    void open() {
        FakeLab lab = new FakeLab(folder);
        aws = lab.aws().testbeds();
        session = new TestbedSession(lab, tasks);
        AwsJob job = new AwsJob(tasks, standing, Clock.systemUTC(), new HandTicker());
        model = new AwsTestbedsViewModel(new AccountViewModel(lab, tasks), session, run, job, standing, tasks);
        aws.stands(SETTINGS, StackStatus.UPDATE_COMPLETE, true, FakeAwsTestbeds.MADE);
    }

    @Test
    void testbedsThatWereMadeElsewhereAreListedAndCountedAsCosting() {
        model.refresh();

        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.stack().name()).isEqualTo("lab");
            assertThat(row.soFar()).isPresent();
        });
        assertThat(standing.at(FakeAwsTestbeds.MADE)).hasSize(1);
    }

    @Test
    void aTestbedThatIsUsedIsTheOneThatExperimentsRunOn() {
        model.refresh();

        model.use(model.rows().get(0), false);

        assertThat(aws.opened()).containsExactly("lab");
        assertThat(session.testbed())
                .hasValueSatisfying(one -> assertThat(one.name()).isEqualTo("lab"));
    }

    @Test
    void noTestbedIsChangedUnderARun() {
        model.refresh();
        run.started(new FakeRun());

        model.use(model.rows().get(0), false);

        assertThat(aws.opened()).isEmpty();
    }

    @Test
    void aTestbedThatIsTornDownIsNoLongerUsed() {
        model.refresh();
        model.use(model.rows().get(0), false);

        model.tearDown(model.rows().get(0));

        assertThat(aws.tornDown()).containsExactly("lab");
        assertThat(session.status().get()).isInstanceOf(TestbedStatus.None.class);
    }

    @Test
    void whyTheListCannotBeReadIsSaid() {
        model.refresh();
        aws.failNext(new TestFailure("AWS cannot be reached.", "Look at the network."));

        model.refresh();

        assertThat(model.problem().get()).hasMessage("AWS cannot be reached.");
        model.refresh();
        assertThat(model.problem().get()).isNull();
    }
}
