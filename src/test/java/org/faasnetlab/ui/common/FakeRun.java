package org.faasnetlab.ui.common;

import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.faasnetlab.experiment.ActiveRun;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;

/** A run that goes on until it is told to end. */
public final class FakeRun implements ActiveRun {
    private final CompletableFuture<RunRow> ended = new CompletableFuture<>();
    private boolean cancelled;

    public boolean cancelled() {
        return cancelled;
    }

    public void end() {
        Instant start = Instant.parse("2026-11-23T10:42:00Z");
        ended.complete(new RunRow(
                id(),
                start,
                start.plusSeconds(10),
                RunStatus.COMPLETED,
                "iperf3-single",
                "iperf3, one function",
                "This computer",
                false,
                new TreeMap<>(),
                new TreeMap<>(),
                null));
    }

    @Override
    public String id() {
        return "20261123-104200-k3f9";
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public CompletableFuture<RunRow> ended() {
        return ended;
    }
}
