package org.faasnetlab.function.iperf3;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.UdpTask;

/** Creates jobs that run iperf3 with UDP. */
public final class UdpJobType implements JobType<UdpTask> {
    private final Iperf3Program installed;

    /**
     * @param command the installed iperf3: a program name on the PATH, or a file path
     * @param prefix the programs that start iperf3, with their options
     * @param children starts iperf3
     */
    public UdpJobType(String command, List<String> prefix, ChildProcesses children) {
        installed = new Iperf3Program(command, prefix, children);
    }

    @Override
    public TaskType<UdpTask> taskType() {
        return UdpTask.TYPE;
    }

    @Override
    public Job prepare(UdpTask test) throws TaskException, InterruptedException {
        Iperf3Program program = installed.require();
        return new Iperf3Job(program, () -> format(program, test), format -> arguments(test, format));
    }

    private static Iperf3OutputFormat format(Iperf3Program program, UdpTask test) {
        return program.version().atLeast(3, 17) ? new JsonStreamFormat() : new UdpTextFormat(test.intervalMs());
    }

    static List<String> arguments(UdpTask test, Iperf3OutputFormat format) {
        List<String> arguments = new ArrayList<>(List.of(
                "-c",
                test.host(),
                "-p",
                String.valueOf(test.port()),
                "-u",
                "-b",
                String.valueOf(test.bitsPerSecond()),
                "-l",
                String.valueOf(test.datagramBytes()),
                "-t",
                String.valueOf(test.seconds()),
                "-i",
                BigDecimal.valueOf(test.intervalMs(), 3).toString(),
                "--connect-timeout",
                String.valueOf(Iperf3Arguments.CONNECT_TIMEOUT_MS)));
        if (test.direction() == Direction.DOWNLOAD) {
            arguments.add("-R");
        }
        arguments.addAll(format.options());
        return arguments;
    }
}
