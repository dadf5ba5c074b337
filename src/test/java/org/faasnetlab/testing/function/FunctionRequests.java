package org.faasnetlab.testing.function;

import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;

/** Events for tests. */
public final class FunctionRequests {
    private FunctionRequests() {}

    public static FunctionRequest of(Task task, long startInMs, long deadlineInMs) {
        long now = System.currentTimeMillis();
        return new FunctionRequest("run-1", 2, 3, now + startInMs, now + deadlineInMs, task);
    }

    public static FunctionRequest of(Task task) {
        return of(task, 300, 60_000);
    }

    public static Iperf3Task iperf3(int port, Direction direction, int seconds, int streams) {
        return new Iperf3Task("127.0.0.1", port, direction, seconds, streams, 100, 0, null);
    }
}
