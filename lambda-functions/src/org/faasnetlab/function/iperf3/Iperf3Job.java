package org.faasnetlab.function.iperf3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.jspecify.annotations.Nullable;

/**
 * One iperf3 test. An iperf3 server handles one client at a time and needs a moment between clients; while it is busy
 * or restarting, the test is retried on the same port.
 */
final class Iperf3Job implements Job {
    private static final long RETRY_NANOS = 100_000_000L;
    private static final long RETRIES_END_MICROS = 5_000_000L;

    private final Iperf3Program program;
    private final Supplier<Iperf3OutputFormat> formats;
    private final Function<Iperf3OutputFormat, List<String>> arguments;
    private final StartLimit limit;
    private final boolean connectEarly;
    private @Nullable StandbyProcess standby;

    /** @param login options that authenticate the client; empty if the server requires no authentication */
    Iperf3Job(Iperf3Program program, Iperf3Task test, List<String> login) {
        this(
                program,
                () -> program.format(test),
                format -> {
                    List<String> all = new ArrayList<>(Iperf3Arguments.of(test, format));
                    all.addAll(login);
                    return all;
                },
                StartLimit.NONE,
                test.connectEarly());
    }

    /**
     * @param formats returns a reader of the output for each attempt
     * @param arguments of the program for an output format
     * @param limit within which a test must begin
     */
    Iperf3Job(
            Iperf3Program program,
            Supplier<Iperf3OutputFormat> formats,
            Function<Iperf3OutputFormat, List<String>> arguments,
            StartLimit limit) {
        this(program, formats, arguments, limit, false);
    }

    private Iperf3Job(
            Iperf3Program program,
            Supplier<Iperf3OutputFormat> formats,
            Function<Iperf3OutputFormat, List<String>> arguments,
            StartLimit limit,
            boolean connectEarly) {
        this.program = program;
        this.formats = formats;
        this.arguments = arguments;
        this.limit = limit;
        this.connectEarly = connectEarly;
    }

    @Override
    public void warmUp() throws TaskException, InterruptedException {
        standby = startStandby();
    }

    @Override
    public void rehearse() throws InterruptedException {
        if (program.isFirstTest()) {
            Iperf3Attempt.rehearse(formats.get());
        }
    }

    /** A test that connected early may have met a server that was still busy with the test before. */
    @Override
    public void beforeStart(TaskContext context) throws TaskException, InterruptedException {
        if (standby != null && standby.hasEnded()) {
            standby.close();
            standby = startStandby();
        }
    }

    @Override
    public void close() {
        if (standby != null) {
            standby.close();
        }
    }

    @Override
    public String iperf3Version() {
        return program.version().text();
    }

    @Override
    public FunctionRecord.Finished run(TaskContext context) throws TaskException, InterruptedException {
        long retriesEnd = Math.max(0, context.clock().offsetMicros()) + RETRIES_END_MICROS;
        while (true) {
            try {
                return attempt(context);
            } catch (TaskException e) {
                if (!Iperf3ErrorClassifier.isTransient(e) || context.clock().offsetMicros() >= retriesEnd) {
                    throw e;
                }
            }
            context.stop().await(RETRY_NANOS);
            context.stop().check();
        }
    }

    private FunctionRecord.Finished attempt(TaskContext context) throws TaskException, InterruptedException {
        try (StandbyProcess next = standby == null ? startStandby() : standby) {
            standby = null;
            return new Iperf3Attempt(formats.get(), context, next.command(), limit).follow(next.release());
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    private StandbyProcess startStandby() throws TaskException, InterruptedException {
        try {
            List<String> all = arguments.apply(formats.get());
            return connectEarly ? program.startHeld(all) : program.startStandby(all);
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    private static TaskException notStarted(IOException cause) {
        return new TaskException(FailureReason.IPERF3_UNAVAILABLE, "Cannot start iperf3.", false, cause);
    }
}
