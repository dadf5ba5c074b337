package org.faasnetlab.testing.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.store.RunRow;

/** A run that a test ends. */
public final class ScriptedRun implements ActiveRun {
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

    public int cancels() {
        return cancels;
    }

    public void end() {
        end.complete(null);
    }
}
