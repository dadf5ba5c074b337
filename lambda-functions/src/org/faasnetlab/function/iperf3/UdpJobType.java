package org.faasnetlab.function.iperf3;

import java.time.Duration;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.UdpTask;

/** Creates jobs that run iperf3 with UDP. */
public final class UdpJobType implements JobType<UdpTask> {
    /**
     * Before a test, client and server exchange a datagram; iperf3 waits 30 s for it, or for ever. The connection before it takes up to 3 s,
     * see {@link Iperf3Arguments}.
     */
    private static final Duration START_WITHIN = Duration.ofSeconds(5);

    private final Iperf3JobType programs;

    /** @param programs has the same iperf3 programs */
    public UdpJobType(Iperf3JobType programs) {
        this.programs = programs;
    }

    @Override
    public TaskType<UdpTask> taskType() {
        return UdpTask.TYPE;
    }

    @Override
    public Job prepare(UdpTask test) throws TaskException, InterruptedException {
        Iperf3Program program = programs.program(test.programUrl());
        return new Iperf3Job(
                program,
                () -> format(program, test),
                format -> Iperf3Arguments.of(test, format),
                new StartLimit(START_WITHIN, () -> blocked(test.port())));
    }

    static TaskException blocked(int port) {
        return new TaskException(
                FailureReason.UDP_BLOCKED,
                "No datagram reached the server, or none came back: allow UDP on port " + port
                        + " in every firewall between function and server.",
                false);
    }

    private static Iperf3OutputFormat format(Iperf3Program program, UdpTask test) {
        Iperf3OutputFormat client =
                program.version().atLeast(3, 17) ? new JsonStreamFormat() : new UdpTextFormat(test.intervalMs());
        return test.direction() == Direction.UPLOAD ? new UdpUploadFormat(client, test.datagramBytes()) : client;
    }
}
