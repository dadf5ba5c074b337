package org.faasnetlab.function.iperf3;

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
        return new Iperf3Job(program, () -> format(program, test), format -> Iperf3Arguments.of(test, format));
    }

    private static Iperf3OutputFormat format(Iperf3Program program, UdpTask test) {
        Iperf3OutputFormat client =
                program.version().atLeast(3, 17) ? new JsonStreamFormat() : new UdpTextFormat(test.intervalMs());
        return test.direction() == Direction.UPLOAD ? new UdpUploadFormat(client, test.datagramBytes()) : client;
    }
}
