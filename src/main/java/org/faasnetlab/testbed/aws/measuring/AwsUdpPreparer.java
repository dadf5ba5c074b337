package org.faasnetlab.testbed.aws.measuring;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.udp.DatagramWorkload;

/** Prepares trials with UDP: a port of its own for each function. */
final class AwsUdpPreparer<W extends DatagramWorkload> implements TrialPreparer<W> {
    private final MeasurementTarget target;
    private final S3UrlSigner urls;

    AwsUdpPreparer(MeasurementTarget target, S3UrlSigner urls) {
        this.target = target;
        this.urls = urls;
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
            all.add(workload.task(port.server().address(), port.port(), cell.directionOf(all.size()), programUrl));
        }
        return new AwsTrial(all, target.probes(cell), AwsTrial.Cleanup.NOTHING, target.trialConditions(true));
    }
}
