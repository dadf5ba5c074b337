package org.faasnetlab.testbed.aws.measuring;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.jspecify.annotations.Nullable;

/** Prepares iperf3 trials: a port of its own for each function. */
final class AwsIperf3Preparer implements TrialPreparer<Iperf3Workload> {
    private final MeasurementTarget target;
    private final S3UrlSigner urls;

    /** @param urls signs the address of the servers' iperf3 */
    AwsIperf3Preparer(MeasurementTarget target, S3UrlSigner urls) {
        this.target = target;
        this.urls = urls;
    }

    @Override
    public AwsTrial prepare(Cell cell, Iperf3Workload workload) throws LabException {
        return new AwsTrial(
                tasks(target.portsFor(cell.functions()), workload, urls.get(target.iperf3Key())),
                target.probes(cell),
                AwsTrial.Cleanup.NOTHING,
                target.trialConditions(true));
    }

    /**
     * @param ports one for each function
     * @param programUrl presigned GET URL of the servers' iperf3
     */
    static List<Task> tasks(List<ServerPort> ports, Iperf3Workload workload, URI programUrl) {
        List<Task> tasks = new ArrayList<>();
        for (ServerPort port : ports) {
            Direction direction = workload.direction().ofFunction(tasks.size(), ports.size());
            tasks.add(task(port, direction, workload, programUrl));
        }
        return tasks;
    }

    private static Task task(ServerPort port, Direction direction, Iperf3Workload workload, URI programUrl) {
        return new Iperf3Task(
                port.server().address(),
                port.port(),
                direction,
                workload.seconds(),
                workload.streams(),
                workload.intervalMs(),
                workload.omitSeconds(),
                workload.congestion(),
                null,
                programUrl,
                login(port.server()),
                workload.tcpInfo(),
                false);
    }

    private static Iperf3Task.@Nullable Login login(Iperf3Host server) {
        return server.publicKey() == null ? null : new Iperf3Task.Login(PublicServerPassword.USER, server.publicKey());
    }
}
