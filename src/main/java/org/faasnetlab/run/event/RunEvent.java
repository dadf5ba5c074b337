package org.faasnetlab.run.event;

import java.time.Instant;
import java.util.List;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TrialConditions;
import org.jspecify.annotations.Nullable;

/** An event of a run. Every listener receives the same events in the same order. */
public sealed interface RunEvent {

    /** Calls the handler's method for this type of event. */
    <X extends Exception> void accept(Handler<X> handler) throws X;

    /**
     * Handles every type of event: a new type does not compile until each handler implements it.
     *
     * @param <X> exception that handling throws
     */
    interface Handler<X extends Exception> {
        void on(RunStarted event) throws X;

        void on(TrialPreparing event) throws X;

        void on(TrialStarted event) throws X;

        void on(StartChosen event) throws X;

        void on(FunctionInvoked event) throws X;

        void on(FunctionReported event) throws X;

        void on(FunctionRetried event) throws X;

        void on(FunctionSucceeded event) throws X;

        void on(FunctionFailed event) throws X;

        void on(TrialObserved event) throws X;

        void on(TrialEnded event) throws X;

        void on(RunEnded event) throws X;
    }

    /** The run was accepted; nothing has been prepared yet. */
    record RunStarted(RunRow run, List<Trial> trials) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** Preparation of the servers, links and objects of a trial has started. */
    record TrialPreparing(int trial) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /**
     * The functions are being invoked.
     *
     * @param t0 null if it is chosen when all functions are ready
     * @param hosts the simulated host of each function
     * @param conditions what the testbed knows before the functions have reported
     */
    record TrialStarted(int trial, @Nullable Instant t0, List<Integer> hosts, TrialConditions conditions)
            implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** All functions are ready, and T0 is chosen. Not sent if it was chosen before they were invoked. */
    record StartChosen(int trial, Instant t0) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** A function was invoked, for the first time or again after it was refused. */
    record FunctionInvoked(int trial, int functionIndex, Instant at) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** A function sent a record, received at an instant by this computer's clock. */
    record FunctionReported(int trial, int functionIndex, FunctionRecord functionRecord, Instant at)
            implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** The service refused a function temporarily; it is invoked again before T0. */
    record FunctionRetried(int trial, int functionIndex, String why) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** A function finished; its {@link FunctionRecord.Finished} was reported before. */
    record FunctionSucceeded(int trial, int functionIndex) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** A function failed; it counts as a failure and never as a sample. */
    record FunctionFailed(int trial, int functionIndex, FailureReason reason, String message) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** Evidence observed during a trial; sent when all its functions have finished. */
    record TrialObserved(EvidenceRow evidence) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    record TrialEnded(int trial, RunStatus status) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** The last event. {@code run} has its final status, end and message. */
    record RunEnded(RunRow run) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }
}
