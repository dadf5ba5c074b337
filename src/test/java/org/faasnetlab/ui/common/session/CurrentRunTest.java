package org.faasnetlab.ui.common.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.testing.ui.FakeActiveRun;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.junit.jupiter.api.Test;

class CurrentRunTest {
    private final CurrentRun current = new CurrentRun(new BackgroundTasks(Runnable::run, Runnable::run));

    @Test
    void runIsActiveUntilFinished() {
        FakeActiveRun run = new FakeActiveRun();
        current.started(run);
        assertThat(current.active().get()).isTrue();

        run.end();

        assertThat(current.active().get()).isFalse();
        assertThat(current.run().get()).isNull();
    }

    @Test
    void theEndOfAnEarlierRunDoesNotEndTheOneAfterIt() {
        FakeActiveRun earlier = new FakeActiveRun();
        FakeActiveRun later = new FakeActiveRun();
        current.started(earlier);
        current.started(later);

        earlier.end();

        assertThat(current.run().get()).isSameAs(later);
    }

    @Test
    void cancelStopsActiveRun() {
        FakeActiveRun run = new FakeActiveRun();
        current.started(run);

        current.cancel();

        assertThat(run.cancelled()).isTrue();
    }
}
