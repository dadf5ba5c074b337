package org.faasnetlab.testing.ui;

import java.util.concurrent.CompletableFuture;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.store.RunRowBuilder;

/** A run that continues until the test stops it. */
public final class FakeActiveRun implements ActiveRun {
    private final CompletableFuture<RunRow> ended = new CompletableFuture<>();
    private boolean cancelled;

    public boolean cancelled() {
        return cancelled;
    }

    public void end() {
        end(RunStatus.COMPLETED);
    }

    public void end(RunStatus status) {
        ended.complete(RunRowBuilder.run(id()).status(status).simulated(false).row());
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
