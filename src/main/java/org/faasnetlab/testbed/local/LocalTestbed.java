package org.faasnetlab.testbed.local;

import java.util.Optional;
import java.util.SortedMap;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.StartSignal;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialPreparers;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.RelayLinkFactory;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.latency.LatencyType;
import org.faasnetlab.workload.latency.LatencyWorkload;
import org.faasnetlab.workload.s3.S3Type;
import org.faasnetlab.workload.s3.S3Workload;

/**
 * The testbed on this computer: functions are processes, servers are on loopback, links are simulated if the plan
 * specifies it. Servers are started with the first trial that needs them and reused by later trials.
 */
public final class LocalTestbed implements Testbed {
    private final int maxFunctions;
    private final FunctionService functions;
    private final LocalServers servers;
    private final BusyMeter busyMeter;
    private final LinkFactory links = new RelayLinkFactory();
    private final TrialPreparers trials;

    /**
     * Creates the testbed without starting servers.
     *
     * @param functions the Lambda service of this computer; closed with the testbed
     * @param processes starts the servers
     * @param busyMeter measures the utilization of this computer
     */
    public LocalTestbed(
            LocalTestbedSettings settings,
            Installation installation,
            FunctionService functions,
            ProcessStarter processes,
            BusyMeter busyMeter) {
        this.maxFunctions = settings.maxFunctions();
        this.functions = functions;
        this.busyMeter = busyMeter;
        this.servers = new LocalServers(settings, installation, functions.command(), processes);
        this.trials = TrialPreparers.none()
                .with(Iperf3Type.IPERF3, Iperf3Workload.class, new LocalIperf3Preparer(servers, links))
                .with(S3Type.S3, S3Workload.class, new LocalS3Preparer(servers, links))
                .with(LatencyType.LATENCY, LatencyWorkload.class, new LocalLatencyPreparer(servers, links));
    }

    @Override
    public String name() {
        return THIS_COMPUTER;
    }

    @Override
    public TestbedKind kind() {
        return TestbedKind.LOCAL;
    }

    @Override
    public ServiceEndpoint lambda() {
        return functions.endpoint();
    }

    @Override
    public FunctionRef function(int memoryMb) {
        return functions.function(memoryMb);
    }

    @Override
    public TestbedLimits limits() {
        return LocalLimits.of(maxFunctions, Runtime.getRuntime().availableProcessors(), LocalLimits.maxOpenFiles());
    }

    @Override
    public void require(Workload workload) throws LabException, InterruptedException {
        trials.require(workload);
    }

    @Override
    public SortedMap<String, String> environment() {
        SortedMap<String, String> facts = HostEnvironment.ofThisComputer();
        facts.put("cpu.busy.source", busyMeter.source());
        facts.putAll(servers.versions());
        facts.putAll(functions.environment());
        return facts;
    }

    @Override
    public Optional<StartSignal> startSignal(String run, int trial) {
        return Optional.of(functions.startSignal(run, trial));
    }

    @Override
    public void beginRun() {
        links.fillBuckets();
    }

    @Override
    public BusyMeter busyMeter() {
        return busyMeter;
    }

    @Override
    public PreparedTrial prepare(Cell cell) throws LabException, InterruptedException {
        if (cell.functions() > maxFunctions) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    "A trial with " + cell.functions() + " concurrent functions exceeds the limit of this computer, "
                            + maxFunctions + ".",
                    "Use fewer functions, or raise the limit, which is based on available memory, in the testbed settings.");
        }
        return trials.prepare(cell);
    }

    @Override
    public void stopFunctions() {
        functions.stopFunctions();
    }

    /** Stops functions, links and servers, and deletes their files. */
    @Override
    public void close() {
        functions.close();
        links.close();
        servers.close();
    }
}
