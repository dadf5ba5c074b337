package org.faasnetlab.run.event;

import java.time.Instant;
import java.util.List;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;

/** What happens in a run, in order. Every listener gets the same events. */
public sealed interface RunEvent {

    /** Hands this to the method of a handler that is meant for its type. */
    <X extends Exception> void accept(Handler<X> handler) throws X;

    /**
     * Handles every event: a new type does not compile until each handler says what to do with it.
     *
     * @param <X> what handling throws
     */
    interface Handler<X extends Exception> {
        void on(RunStarted event) throws X;

        void on(TrialPreparing event) throws X;

        void on(TrialStarted event) throws X;

        void on(FunctionInvoked event) throws X;

        void on(FunctionReported event) throws X;

        void on(FunctionRetried event) throws X;

        void on(FunctionSucceeded event) throws X;

        void on(FunctionFailed event) throws X;

        void on(TrialObserved event) throws X;

        void on(TrialEnded event) throws X;

        void on(RunEnded event) throws X;
    }

    /** The run is accepted; nothing has been prepared yet. */
    record RunStarted(RunRow run, List<Trial> trials) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** Servers, links and objects of a trial are being prepared. */
    record TrialPreparing(int trial) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** T0 is chosen and the functions are being invoked; {@code hosts} holds the simulated host of each function. */
    record TrialStarted(int trial, Instant t0, List<Integer> hosts) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** A function is invoked, for the first time or again after it was refused. */
    record FunctionInvoked(int trial, int functionIndex, Instant at) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** A function said something, which reached us at an instant by the app's clock. */
    record FunctionReported(int trial, int functionIndex, FunctionRecord functionRecord, Instant at)
            implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** The service refused a function for now and it is invoked again before T0. */
    record FunctionRetried(int trial, int functionIndex, String why) implements RunEvent {
        @Override
        public <X extends Exception> void accept(Handler<X> handler) throws X {
            handler.on(this);
        }
    }

    /** A function finished: its {@link FunctionRecord.Finished} was said before. */
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

    /** What was seen beside the functions of a trial; comes when they have all ended. */
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
