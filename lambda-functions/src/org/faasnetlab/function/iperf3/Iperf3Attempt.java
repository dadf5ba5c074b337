package org.faasnetlab.function.iperf3;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.faasnetlab.function.task.ProcessorTime;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.RecordJson;
import org.jspecify.annotations.Nullable;

/** One run of the iperf3 client, from its start to its end. */
final class Iperf3Attempt {
    private final Iperf3OutputFormat format;
    private final TaskContext context;
    private final String command;
    private final StartLimit limit;
    private final Iperf3Timeline timeline;
    private long startedMicros;
    private boolean running;
    private @Nullable Integer mss;
    private Iperf3Event.@Nullable Total sent;
    private Iperf3Event.@Nullable Total received;
    private @Nullable Double serverProcessors;
    private boolean tcpInfoMissing;
    private long reordered;
    private final OfferedRate offered = new OfferedRate();
    private int stretches;
    private final TcpInfo.Medians tcp = new TcpInfo.Medians();
    private double jitterSum;
    private int jitters;
    private @Nullable String trouble;
    private @Nullable Long childMicros;

    /**
     * @param command the command line of the process, for the record
     * @param limit within which the test must start
     */
    Iperf3Attempt(Iperf3OutputFormat format, TaskContext context, String command, StartLimit limit) {
        this.format = format;
        this.context = context;
        this.command = command;
        this.limit = limit;
        this.timeline = new Iperf3Timeline(context.clock());
    }

    /**
     * Reads the example of a format, as if a process had printed it, and drops its records after they were written as JSON. The
     * format is of no use afterwards.
     */
    static void rehearse(Iperf3OutputFormat format) throws InterruptedException {
        List<String> example = format.example();
        if (example.isEmpty()) {
            return;
        }
        TimeSource time = TimeSource.system();
        TaskContext nowhere =
                new TaskContext(RecordJson::write, new StopSignal(), new TrialClock(time, time.epochMicros() / 1000));
        try {
            FunctionRecord.Finished finished = new Iperf3Attempt(format, nowhere, "", StartLimit.NONE)
                    .follow(new PrintedProcess(String.join("\n", example).getBytes(StandardCharsets.UTF_8)));
            nowhere.records().emit(finished);
        } catch (TaskException e) {
            throw new IllegalStateException("the example of a format is not a complete test", e);
        }
    }

    /** A process that prints to its output, reads nothing, and has exited once its output is read. */
    static class PrintedProcess extends Process {
        private final InputStream output;
        private final int exitValue;

        PrintedProcess(InputStream output, int exitValue) {
            this.output = output;
            this.exitValue = exitValue;
        }

        /** Has printed everything and succeeded. */
        PrintedProcess(byte[] output) {
            this(new ByteArrayInputStream(output), 0);
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return output;
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return exitValue;
        }

        @Override
        public int exitValue() {
            return exitValue;
        }

        @Override
        public void destroy() {
            // It has exited.
        }

        /** Its processor time is read with every line. */
        @Override
        public ProcessHandle toHandle() {
            return ProcessHandle.current();
        }
    }

    /**
     * Reads the output of the process until it exits; the stop signal terminates it.
     *
     * @throws TaskException if the test has no result
     */
    FunctionRecord.Finished follow(Process process) throws TaskException, InterruptedException {
        Long ownBefore = ProcessorTime.micros(ProcessHandle.current());
        int exit;
        StartLimit.Watch watch = limit.watch(process);
        try (StopSignal.Registration registration = context.stop().onStop(process::destroyForcibly);
                BufferedReader lines = Iperf3Program.lines(process)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long arrivalNanos = context.clock().nanoTime();
                for (Iperf3Event event : format.read(line)) {
                    event.accept(new EventFold(arrivalNanos, process));
                }
                if (running) {
                    watch.cancel();
                }
            }
            exit = process.waitFor();
        } catch (IOException e) {
            context.stop().check();
            watch.check("");
            throw new TaskException(FailureReason.INTERNAL, "Cannot read the iperf3 output.", false, e);
        } finally {
            watch.cancel();
            process.destroyForcibly();
        }
        context.stop().check();
        if (!running) {
            watch.check(trouble == null ? "" : trouble);
        }
        if (exit != 0 || trouble != null || sent == null || received == null) {
            throw Iperf3ErrorClassifier.failure(trouble == null ? "" : trouble, running);
        }
        return finished(sent, received, ProcessorTime.since(ownBefore, ProcessorTime.micros(ProcessHandle.current())));
    }

    private final class EventFold implements Iperf3Event.Handler<RuntimeException> {
        private final long arrivalNanos;
        private final Process process;

        /** @param arrivalNanos when the line of the event was read */
        EventFold(long arrivalNanos, Process process) {
            this.arrivalNanos = arrivalNanos;
            this.process = process;
        }

        @Override
        public void on(Iperf3Event.Begun event) {
            running = true;
            startedMicros = context.clock().offsetMicros(arrivalNanos) - event.sinceMicros();
            mss = event.mss();
            context.records().emit(new FunctionRecord.Started(startedMicros, command));
        }

        @Override
        public void on(Iperf3Event.Tick event) {
            timeline.tick(event.endMicros(), arrivalNanos);
        }

        @Override
        public void on(Iperf3Event.Stretch event) {
            stretches++;
            addJitter(event.metrics());
            tcp.add(event.metrics());
            measured(tcpInfoMissing ? event.withoutRetransmits() : event);
            readChildTime(process);
        }

        @Override
        public void on(Iperf3Event.Offered event) {
            offered.add(event);
            readChildTime(process);
        }

        @Override
        public void on(Iperf3Event.Total event) {
            if (event.sender()) {
                sent = event;
            } else {
                received = event;
            }
            readChildTime(process);
        }

        @Override
        public void on(Iperf3Event.ServerLoad event) {
            serverProcessors = event.processors();
        }

        @Override
        public void on(Iperf3Event.OutOfOrder event) {
            reordered = event.datagrams();
        }

        @Override
        public void on(Iperf3Event.Trouble event) {
            if (event.isMissingTcpInfo()) {
                tcpInfoMissing = true;
            } else {
                trouble = event.message();
            }
        }
    }

    private void measured(Iperf3Event.Stretch event) {
        Interval interval = timeline.interval(event.plus(offered.until(event.endMicros())));
        if (interval != null) {
            context.records().emit(new FunctionRecord.Measured(interval));
        }
    }

    /** The processor time of a process is not available after its exit, so read it with every line. */
    private void readChildTime(Process process) {
        Long now = ProcessorTime.micros(process.toHandle());
        if (now != null) {
            childMicros = now;
        }
    }

    private FunctionRecord.Finished finished(
            Iperf3Event.Total sender, Iperf3Event.Total receiver, @Nullable Long ownMicros) {
        Long cpuMicros = ownMicros == null || childMicros == null ? null : Long.valueOf(ownMicros + childMicros);
        if (offered.isKnown() && stretches == 0) {
            // The server has counted what arrived, but not when: one interval is all that is known.
            measured(new Iperf3Event.Stretch(
                    receiver.durationMicros(), duration -> receiver.bytes(), null, receiver.metrics()));
        }
        return new FunctionRecord.Finished(
                sender.bytes(),
                receiver.bytes(),
                timeline.beginMicros(startedMicros),
                receiver.durationMicros(),
                tcpInfoMissing ? null : sender.retransmits(),
                mss,
                null,
                cpuMicros,
                serverProcessors,
                receiver.metrics().isEmpty() ? tcp.values() : ofDatagrams(sender, receiver));
    }

    /** Without datagrams, iperf3 repeats the estimate of the interval before. */
    private void addJitter(MetricValues interval) {
        Double jitter = interval.get("udp_jitter_us");
        Double datagrams = interval.get("udp_datagrams");
        if (jitter != null && datagrams != null && datagrams > 0) {
            jitterSum += jitter;
            jitters++;
        }
    }

    private MetricValues ofDatagrams(Iperf3Event.Total sender, Iperf3Event.Total receiver) {
        MetricValues values = UdpCounts.withSent(
                        receiver.metrics(), sender.metrics().get("udp_datagrams"), sender.durationMicros())
                .plus(UdpCounts.reordered(reordered))
                .plus(OfferedRate.of((double) sender.bytes(), sender.durationMicros()));
        if (jitters > 0) {
            values = values.plus(MetricValues.of("udp_jitter_us", jitterSum / jitters));
        }
        return offered.isKnown() ? values.plus(UdpCounts.receiverIntervals(stretches)) : values;
    }
}
