package org.faasnetlab.testbed.aws.measuring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;

/**
 * Runs requests on a thread of their own, so that an interrupted caller returns immediately: a request that hangs in
 * the network does not react to interrupts. A testbed that is opened after its caller has left is closed.
 */
public final class InterruptibleOpen {
    private InterruptibleOpen() {}

    /** Opens a resource with requests to AWS. */
    @FunctionalInterface
    public interface Opening<T> {
        T open() throws LabException, InterruptedException;
    }

    /** Checks something with requests to AWS. */
    @FunctionalInterface
    public interface Check {
        void run() throws LabException, InterruptedException;
    }

    public static Testbed open(Opening<Testbed> work) throws LabException, InterruptedException {
        return runInterruptibly(work, Testbed::close);
    }

    public static void check(Check check) throws LabException, InterruptedException {
        runInterruptibly(
                () -> {
                    check.run();
                    return check;
                },
                unused -> {});
    }

    private static <T> T runInterruptibly(Opening<T> work, Consumer<T> unwanted)
            throws LabException, InterruptedException {
        CompletableFuture<T> opened = new CompletableFuture<>();
        Thread thread = new Thread(() -> work(work, opened), "aws-opening");
        thread.setDaemon(true);
        thread.start();
        try {
            return opened.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            var unused = opened.thenAccept(unwanted);
            throw e;
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static <T> void work(Opening<T> work, CompletableFuture<T> opened) {
        try {
            opened.complete(work.open());
        } catch (LabException | InterruptedException | RuntimeException e) {
            opened.completeExceptionally(e);
        }
    }

    private static LabException cause(ExecutionException failed) throws InterruptedException {
        Throwable failure = failed.getCause();
        if (failure instanceof LabException expected) {
            return expected;
        }
        if (failure instanceof InterruptedException stopped) {
            throw stopped;
        }
        throw new IllegalStateException("opening a testbed failed with an unexpected error", failed);
    }
}
