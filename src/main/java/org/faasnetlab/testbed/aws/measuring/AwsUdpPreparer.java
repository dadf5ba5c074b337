package org.faasnetlab.testbed.aws.measuring;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.capacity.CapacityWorkload;
import org.faasnetlab.workload.udp.UdpWorkload;

/** Prepares trials with UDP: a port of its own for each function. */
final class AwsUdpPreparer<W extends Workload> implements TrialPreparer<W> {
    /** Makes the task of a function. */
    private interface TaskFactory<W extends Workload> {
        Task create(ServerPort port, Direction direction, W workload, URI programUrl);
    }

    private final MeasurementTarget target;
    private final S3UrlSigner urls;
    private final TaskFactory<W> tasks;

    private AwsUdpPreparer(MeasurementTarget target, S3UrlSigner urls, TaskFactory<W> tasks) {
        this.target = target;
        this.urls = urls;
        this.tasks = tasks;
    }

    static AwsUdpPreparer<UdpWorkload> ofFixedRate(MeasurementTarget target, S3UrlSigner urls) {
        return new AwsUdpPreparer<>(
                target,
                urls,
                (port, direction, workload, programUrl) -> new UdpTask(
                        port.server().address(),
                        port.port(),
                        direction,
                        workload.seconds(),
                        workload.intervalMs(),
                        Math.round(workload.rate().bitsPerSecond()),
                        workload.datagramBytes(),
                        workload.burst(),
                        programUrl));
    }

    static AwsUdpPreparer<CapacityWorkload> ofCapacity(MeasurementTarget target, S3UrlSigner urls) {
        return new AwsUdpPreparer<>(
                target,
                urls,
                (port, direction, workload, programUrl) -> new CapacityTask(
                        port.server().address(),
                        port.port(),
                        direction,
                        workload.seconds(),
                        workload.intervalMs(),
                        Math.round(workload.maxRate().bitsPerSecond()),
                        workload.maxLossPercent() / 100,
                        workload.maxReorderingPercent() / 100,
                        programUrl));
    }

    /** An iperf3 server on the internet would send its datagrams to whoever sends it the first one of a test. */
    @Override
    public void require() throws LabException {
        if (!target.insideVpc()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of(
                            "UDP tests are available inside the VPC only: public servers accept no datagrams of iperf3."),
                    Phrase.of("Measure with the function inside the VPC."));
        }
    }

    @Override
    public AwsTrial prepare(Cell cell, W workload) throws LabException {
        require();
        URI programUrl = urls.get(target.iperf3Key());
        List<Task> all = new ArrayList<>();
        for (ServerPort port : target.portsFor(cell.functions())) {
            all.add(tasks.create(port, cell.directionOf(all.size()), workload, programUrl));
        }
        return new AwsTrial(all, target.probes(cell), AwsTrial.Cleanup.NOTHING, target.trialConditions(true));
    }
}
