package org.faasnetlab.function.s3;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** Runs the connections of one transfer and reports its intervals. The first failure stops all connections. */
final class Transfer {
    private final PartQueue parts;
    private final PartExchange exchange;
    private final int connections;
    private final int intervalMs;
    private final TaskContext context;
    private final TransferProgress progress;
    private @Nullable IntervalGrid grid;
    private long nextCutMicros;

    Transfer(PartQueue parts, PartExchange exchange, int connections, int intervalMs, TaskContext context) {
        this.parts = parts;
        this.exchange = exchange;
        this.connections = connections;
        this.intervalMs = intervalMs;
        this.context = context;
        this.progress = new TransferProgress(context.clock(), context.records());
    }

    /**
     * Transfers all parts.
     *
     * @return the final progress; all parts are complete at the receiver
     */
    TransferProgress run() throws TaskException, InterruptedException {
        StopSignal over = new StopSignal();
        ExecutorService threads = Executors.newFixedThreadPool(connections, Transfer::daemon);
        try (StopSignal.Registration registration =
                context.stop().onStop(() -> over.raise(StopSignal.Cause.TASK_OVER))) {
            CompletionService<Void> loops = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < connections; i++) {
                loops.submit(new PartLoop(parts, exchange, progress, over));
            }
            followUntilDone(loops);
        } finally {
            over.raise(StopSignal.Cause.TASK_OVER);
            threads.shutdown();
        }
        return progress;
    }

    private void followUntilDone(CompletionService<Void> loops) throws TaskException, InterruptedException {
        for (int working = connections; working > 0; ) {
            Future<Void> ended = loops.poll(microsToNextCut(), TimeUnit.MICROSECONDS);
            context.stop().check();
            if (ended != null) {
                rethrow(ended);
                working--;
            }
            cutIfDue();
        }
        cutLast();
    }

    private long microsToNextCut() {
        return grid == null
                ? 1000L * intervalMs
                : Math.max(0, nextCutMicros - context.clock().offsetMicros());
    }

    private void cutIfDue() {
        if (grid == null) {
            if (!progress.begun()) {
                return;
            }
            grid = new IntervalGrid(progress.beginMicros(), intervalMs);
            nextCutMicros = grid.nextAfter(progress.beginMicros());
        }
        long now = context.clock().offsetMicros();
        if (now >= nextCutMicros) {
            emit(grid, now, progress.movedBytes());
            nextCutMicros = grid.nextAfter(now);
        }
    }

    private void cutLast() {
        if (grid != null && grid.hasMore(progress.endMicros(), progress.movedBytes())) {
            emit(grid, progress.endMicros(), progress.movedBytes());
        }
    }

    private void emit(IntervalGrid cuts, long nowMicros, long bytesSoFar) {
        context.records().emit(new FunctionRecord.Measured(cuts.cut(nowMicros, bytesSoFar)));
    }

    private static void rethrow(Future<Void> ended) throws TaskException, InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TaskException failure) {
                throw failure;
            }
            throw new IllegalStateException("a connection thread failed", e.getCause());
        }
    }

    private static Thread daemon(Runnable loop) {
        Thread thread = new Thread(loop, "connection");
        thread.setDaemon(true);
        return thread;
    }
}
