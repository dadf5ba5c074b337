package org.faasnetlab.function.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final StopSignal stop = new StopSignal();
    private final List<String> done = new ArrayList<>();

    @Test
    void aStopRunsRegisteredActionsOnceAndTheFirstCauseCounts() {
        stop.onStop(() -> done.add("a"));
        stop.onStop(() -> done.add("b")).close();
        stop.raise(StopSignal.Cause.LISTENER_GONE);
        stop.raise(StopSignal.Cause.DEADLINE);

        assertThat(done).containsExactly("a");
        assertThat(stop.cause()).isEqualTo(StopSignal.Cause.LISTENER_GONE);
    }

    @Test
    void anActionRegisteredAfterTheStopRunsImmediately() {
        stop.raise(StopSignal.Cause.DEADLINE);
        stop.onStop(() -> done.add("late"));

        assertThat(done).containsExactly("late");
    }
}
