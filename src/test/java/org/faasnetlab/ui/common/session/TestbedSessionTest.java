package org.faasnetlab.ui.common.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.faasnetlab.LabException;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.Test;

class TestbedSessionTest {
    private final FakeLabWithStore lab = new FakeLabWithStore(Path.of("/data"));
    private final TestbedSession session = new TestbedSession(lab, new BackgroundTasks(Runnable::run, Runnable::run));
    private final NetworkSettings lambda = new NetworkSettings(LinkProfile.LAMBDA, 4, null);

    @Test
    void aTestbedThatStartsIsReadyWithItsDefaultNetwork() {
        session.startLocal(lab.localDefaults(), lambda);

        assertThat(session.testbed()).contains(lab.testbeds().get(0));
        assertThat(session.network().get()).isEqualTo(lambda);
    }

    @Test
    void previousTestbedIsClosedWhenReplaced() {
        session.startLocal(lab.localDefaults(), NetworkSettings.REAL);
        session.startLocal(lab.localDefaults(), NetworkSettings.REAL);

        assertThat(lab.testbeds()).hasSize(2);
        assertThat(lab.testbeds().get(0).closed()).isTrue();
        assertThat(lab.testbeds().get(1).closed()).isFalse();
    }

    @Test
    void failedStartReportsReasonAndLeavesNoTestbed() {
        LabException failure = new LabException(LabException.Kind.FAILED, "iperf3 was not found.", "Install it.");
        lab.failNext(failure);

        session.startLocal(lab.localDefaults(), lambda);

        assertThat(session.status().get()).isEqualTo(new TestbedStatus.Failed(failure));
        assertThat(session.testbed()).isEmpty();
    }

    @Test
    void secondStartDuringStartDoesNothing() {
        Deque<Runnable> background = new ArrayDeque<>();
        TestbedSession slow = new TestbedSession(lab, new BackgroundTasks(background::add, Runnable::run));

        slow.startLocal(lab.localDefaults(), lambda);
        slow.startLocal(lab.localDefaults(), lambda);

        assertThat(background).hasSize(1);
        assertThat(slow.status().get()).isInstanceOf(TestbedStatus.Starting.class);
    }

    @Test
    void aCancelledStartEndsWithNoTestbed() {
        Deque<Runnable> background = new ArrayDeque<>();
        TestbedSession slow = new TestbedSession(lab, new BackgroundTasks(background::add, Runnable::run));
        slow.startLocal(lab.localDefaults(), lambda);

        slow.cancelStart();
        background.forEach(Runnable::run);

        assertThat(slow.status().get()).isInstanceOf(TestbedStatus.None.class);
        assertThat(lab.asked()).isEmpty();
    }
}
