package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.protocol.StartTime;
import org.faasnetlab.testbed.StartSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartSignalsTest {
    private static final StartTime START = new StartTime(1_000, 2_000);
    private final StartSignals signals = new StartSignals();

    private CompletableFuture<Optional<StartTime>> waiting(int trial, int functionIndex) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return signals.await("run-1", trial, functionIndex);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void functionsGetTheStartTimeBeforeAndAfterItIsSent() throws Exception {
        StartSignal signal = signals.begin("run-1", 0);
        CompletableFuture<Optional<StartTime>> early = waiting(0, 0);
        signal.send(START, Set.of(0, 1));

        assertThat(early.get(30, TimeUnit.SECONDS)).contains(START);
        assertThat(waiting(0, 1).get(30, TimeUnit.SECONDS)).contains(START);
    }

    @Test
    void aFunctionThatIsNotPartOfTheStartGetsNone() throws Exception {
        StartSignal signal = signals.begin("run-1", 0);
        CompletableFuture<Optional<StartTime>> slow = waiting(0, 2);
        signal.send(START, Set.of(0, 1));

        assertThat(slow.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aClosedSignalAndAnotherTrialReleaseWhoeverWaits() throws Exception {
        StartSignal first = signals.begin("run-1", 0);
        CompletableFuture<Optional<StartTime>> closed = waiting(0, 0);
        first.close();
        signals.begin("run-1", 1);
        CompletableFuture<Optional<StartTime>> replaced = waiting(1, 0);
        signals.begin("run-1", 2);

        assertThat(closed.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(replaced.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(waiting(0, 0).get(30, TimeUnit.SECONDS)).isEmpty();
    }
}
