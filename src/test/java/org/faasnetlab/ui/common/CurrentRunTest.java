package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurrentRunTest {
    private final CurrentRun current = new CurrentRun(new BackgroundTasks(Runnable::run, Runnable::run));

    @Test
    void aRunIsActiveUntilItHasEnded() {
        FakeRun run = new FakeRun();
        current.started(run);
        assertThat(current.active().get()).isTrue();

        run.end();

        assertThat(current.active().get()).isFalse();
        assertThat(current.run().get()).isNull();
    }

    @Test
    void theEndOfAnEarlierRunDoesNotEndTheOneAfterIt() {
        FakeRun earlier = new FakeRun();
        FakeRun later = new FakeRun();
        current.started(earlier);
        current.started(later);

        earlier.end();

        assertThat(current.run().get()).isSameAs(later);
    }

    @Test
    void cancelStopsTheRunThatIsUnderWay() {
        FakeRun run = new FakeRun();
        current.started(run);

        current.cancel();

        assertThat(run.cancelled()).isTrue();
    }
}
