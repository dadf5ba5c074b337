package org.faasnetlab.ui.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.faasnetlab.experiment.ActiveRun;
import org.faasnetlab.store.RunRow;

/** A run that a test ends. */
final class ScriptedRun implements ActiveRun {
    private final CompletableFuture<RunRow> end = new CompletableFuture<>();
    private int cancels;

    @Override
    public String id() {
        return "20261123-104210-k3f9";
    }

    @Override
    public void cancel() {
        cancels++;
    }

    @Override
    public CompletionStage<RunRow> ended() {
        return end;
    }

    int cancels() {
        return cancels;
    }

    void end() {
        end.complete(null);
    }
}
