package org.faasnetlab.testbed.aws.measuring;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.jspecify.annotations.Nullable;

/** Assigns each function a port of its own, from all servers in turn, so that the servers have equal load. */
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
        if (cell.functions() > target.ports()) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of(
                            "{0} functions require as many iperf3 ports, but the servers have {1}.",
                            cell.functions(), target.ports()),
                    Phrase.of(
                            "Set functions to at most {0}, or create a testbed with more servers or ports.",
                            target.ports()));
        }
        return new AwsTrial(
                tasks(target.servers(), cell.functions(), workload, urls.get(target.iperf3Key())),
                AwsTrial.Cleanup.NOTHING,
                target.trialConditions(true));
    }

    /**
     * @param functions at most the number of ports
     * @param programUrl presigned GET URL of the servers' iperf3
     */
    static List<Task> tasks(List<Iperf3Host> servers, int functions, Iperf3Workload workload, URI programUrl) {
        List<Task> tasks = new ArrayList<>();
        for (int row = 0; tasks.size() < functions; row++) {
            for (Iperf3Host server : servers) {
                if (row < server.ports() && tasks.size() < functions) {
                    Direction direction = workload.direction().ofFunction(tasks.size(), functions);
                    tasks.add(task(server, server.firstPort() + row, direction, workload, programUrl));
                }
            }
        }
        return tasks;
    }

    private static Task task(
            Iperf3Host server, int port, Direction direction, Iperf3Workload workload, URI programUrl) {
        return new Iperf3Task(
                server.address(),
                port,
                direction,
                workload.seconds(),
                workload.streams(),
                workload.intervalMs(),
                workload.omitSeconds(),
                workload.congestion(),
                null,
                programUrl,
                login(server),
                workload.tcpInfo());
    }

    private static Iperf3Task.@Nullable Login login(Iperf3Host server) {
        return server.publicKey() == null ? null : new Iperf3Task.Login(PublicServerPassword.USER, server.publicKey());
    }
}
