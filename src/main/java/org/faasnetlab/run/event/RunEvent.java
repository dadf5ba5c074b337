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

    /** The run is accepted; nothing has been prepared yet. */
    record RunStarted(RunRow run, List<Trial> trials) implements RunEvent {}

    /** Servers, links and objects of a trial are being prepared. */
    record TrialPreparing(int trial) implements RunEvent {}

    /** T0 is chosen and the functions are being invoked; {@code hosts} holds the simulated host of each function. */
    record TrialStarted(int trial, Instant t0, List<Integer> hosts) implements RunEvent {}

    /** A function is invoked, for the first time or again after it was refused. */
    record FunctionInvoked(int trial, int functionIndex, Instant at) implements RunEvent {}

    /** A function said something, which reached us at an instant by the app's clock. */
    record FunctionSaid(int trial, int functionIndex, FunctionRecord functionRecord, Instant at) implements RunEvent {}

    /** The service refused a function for now and it is invoked again before T0. */
    record FunctionRetried(int trial, int functionIndex, String why) implements RunEvent {}

    /** A function finished: its {@link FunctionRecord.Finished} was said before. */
    record FunctionSucceeded(int trial, int functionIndex) implements RunEvent {}

    /** A function failed; it counts as a failure and never as a sample. */
    record FunctionFailed(int trial, int functionIndex, FailureReason reason, String message) implements RunEvent {}

    /** What was seen beside the functions of a trial; comes when they have all ended. */
    record TrialObserved(EvidenceRow evidence) implements RunEvent {}

    record TrialEnded(int trial, RunStatus status) implements RunEvent {}

    /** The last event. {@code run} has its final status, end and message. */
    record RunEnded(RunRow run) implements RunEvent {}
}
