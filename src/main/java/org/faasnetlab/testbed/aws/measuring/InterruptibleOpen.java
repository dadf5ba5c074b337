package org.faasnetlab.testbed.aws.measuring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;

/**
 * Opens a testbed on a thread of its own, which its caller can leave at once: a request that hangs in the network hears of
 * no interrupt. What was opened all the same is closed.
 */
public final class InterruptibleOpen {
    private InterruptibleOpen() {}

    /** Asks AWS whatever has to be known. */
    @FunctionalInterface
    public interface Work<T> {
        public T open() throws LabException, InterruptedException;
    }

    /** Asks AWS for what is known from the answer alone. */
    @FunctionalInterface
    public interface Look {
        public void look() throws LabException, InterruptedException;
    }

    public static Testbed open(Work<Testbed> work) throws LabException, InterruptedException {
        return leavable(work, Testbed::close);
    }

    public static void look(Look look) throws LabException, InterruptedException {
        leavable(
                () -> {
                    look.look();
                    return look;
                },
                seen -> {});
    }

    private static <T> T leavable(Work<T> work, Consumer<T> unwanted) throws LabException, InterruptedException {
        CompletableFuture<T> opened = new CompletableFuture<>();
        Thread functionIndex = new Thread(() -> work(work, opened), "aws-opening");
        functionIndex.setDaemon(true);
        functionIndex.start();
        try {
            return opened.get();
        } catch (InterruptedException left) {
            functionIndex.interrupt();
            var unused = opened.thenAccept(unwanted);
            throw left;
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    private static <T> void work(Work<T> work, CompletableFuture<T> opened) {
        try {
            opened.complete(work.open());
        } catch (LabException | InterruptedException | RuntimeException failed) {
            opened.completeExceptionally(failed);
        }
    }

    private static LabException cause(ExecutionException failed) throws InterruptedException {
        Throwable failure = failed.getCause();
        if (failure instanceof LabException foreseen) {
            return foreseen;
        }
        if (failure instanceof InterruptedException stopped) {
            throw stopped;
        }
        throw new IllegalStateException("opening a testbed failed with an unexpected error", failed);
    }
}
