package org.faasnetlab.testbed.local.lambda;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.faasnetlab.protocol.StartTime;
import org.faasnetlab.testbed.StartSignal;
import org.jspecify.annotations.Nullable;

/** The start signal of the current trial, and the functions that wait for it. Thread-safe. */
final class StartSignals {
    private @Nullable TrialSignal current;

    private record Started(StartTime start, Set<Integer> functions) {}

    /** Begins a trial; functions of an earlier one that still wait give up. */
    synchronized StartSignal begin(String run, int trial) {
        if (current != null) {
            current.close();
        }
        current = new TrialSignal(run, trial);
        return current;
    }

    /** Waits for the start time of a function; empty if it is not, or no longer, part of the current trial. */
    Optional<StartTime> await(String run, int trial, int functionIndex) throws InterruptedException {
        TrialSignal signal = find(run, trial);
        return signal == null ? Optional.empty() : signal.await(functionIndex);
    }

    private synchronized @Nullable TrialSignal find(String run, int trial) {
        return current != null && current.run.equals(run) && current.trial == trial ? current : null;
    }

    private static final class TrialSignal implements StartSignal {
        private final String run;
        private final int trial;
        private final CompletableFuture<Optional<Started>> started = new CompletableFuture<>();

        TrialSignal(String run, int trial) {
            this.run = run;
            this.trial = trial;
        }

        Optional<StartTime> await(int functionIndex) throws InterruptedException {
            try {
                return started.get()
                        .filter(trialStart -> trialStart.functions().contains(functionIndex))
                        .map(Started::start);
            } catch (ExecutionException e) {
                throw new IllegalStateException("never completed exceptionally", e);
            }
        }

        @Override
        public void send(StartTime start, Set<Integer> functions) {
            started.complete(Optional.of(new Started(start, Set.copyOf(functions))));
        }

        @Override
        public void close() {
            started.complete(Optional.empty());
        }
    }
}
