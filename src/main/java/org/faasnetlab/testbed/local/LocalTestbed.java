package org.faasnetlab.testbed.local;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.StartSignal;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialPreparers;
import org.faasnetlab.testbed.local.iperf3.ExternalServer;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.RelayLinkFactory;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadType;
import org.jspecify.annotations.Nullable;

/**
 * The testbed on this computer: functions are processes, servers are on loopback, links are simulated if the plan
 * specifies it. Servers are started with the first trial that needs them and reused by later trials.
 */
public final class LocalTestbed implements Testbed {
    private final int maxFunctions;
    private final @Nullable ServerAddress server;
    private final FunctionService functions;
    private final LocalServers servers;
    private final BusyMeter busyMeter;
    private final LinkFactory links = new RelayLinkFactory();
    private final TrialPreparers trials;
    private final KernelTestbed kernel;
    private final Optional<RouteInterface> route;

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
        this.server = settings.server();
        this.route = server == null ? Optional.empty() : RouteInterface.towards(server);
        this.functions = functions;
        this.busyMeter = busyMeter;
        this.kernel = new KernelTestbed(settings, installation, functions.command(), processes);
        this.servers = new LocalServers(settings, installation, functions.command(), processes);
        this.trials = (server == null ? LocalPreparers.OWN : LocalPreparers.IPERF3).create(servers, links);
    }

    @Override
    public String name() {
        return label().toString();
    }

    @Override
    public Phrase label() {
        return Testbed.thisComputer(server == null ? null : server.toString());
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
        TestbedLimits own =
                LocalLimits.of(maxFunctions, Runtime.getRuntime().availableProcessors(), LocalLimits.maxOpenFiles());
        return server == null || server.count() >= own.maxFunctions()
                ? own
                : new TestbedLimits(
                        server.count(),
                        own.coldStart(),
                        own.coldStartPerFunction(),
                        own.responseMode(),
                        ExternalServer.moreServers());
    }

    @Override
    public void require(Workload workload) throws LabException, InterruptedException {
        refuseWhatTheServerLacks(workload, NetworkSettings.REAL);
        trials.require(workload);
    }

    /**
     * Checks what can be measured against a server of the user, without connecting to it. It answers no latency probes: transfers are
     * measured without them.
     *
     * @throws LabException if it is a kind of measurement that needs a server of this program
     */
    public static void requireMeasurable(ServerAddress server, WorkloadType type) throws LabException {
        if (!type.transfers()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("The server {0} answers no latency probes.", server),
                    Phrase.of("Measure a transfer with iperf3, or latency against the servers of this computer."));
        }
        if (!LocalPreparers.IPERF3.types().contains(type)) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("The workload {0} cannot be measured against the iperf3 server {1}.", type.id(), server),
                    Phrase.of("Use iperf3, iperf3-udp, or capacity, or measure against the servers of this computer."));
        }
    }

    private void refuseWhatTheServerLacks(Workload workload, NetworkSettings network) throws LabException {
        if (server == null) {
            return;
        }
        requireMeasurable(server, workload.type());
        if (network.simulated()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("The way to the server {0} cannot be simulated.", server),
                    Phrase.of("Set link and hostLink to unlimited, or measure against the servers of this computer."));
        }
    }

    @Override
    public void requireNetwork(Cell first) throws LabException, InterruptedException {
        if (first.network().medium() == NetworkSettings.Medium.KERNEL) {
            kernel.require(first);
        } else {
            trials.requireNetwork(first);
        }
    }

    @Override
    public Optional<Phrase> rateNotice(Bandwidth rate) {
        return route.flatMap(each -> each.warning(rate));
    }

    @Override
    public SortedMap<String, String> environment() {
        SortedMap<String, String> facts = HostEnvironment.ofThisComputer();
        facts.put("cpu.busy.source", busyMeter.source());
        facts.putAll(servers.versions());
        if (server != null) {
            facts.put(EXTERNAL_SERVER, server.toString());
        } else {
            servers.iperf3Command().ifPresent(command -> facts.put("iperf3.server.command", command));
        }
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
        kernel.fillBuckets();
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
                    Phrase.of(
                            "A trial with {0} concurrent functions exceeds the limit of this computer, {1}.",
                            cell.functions(), maxFunctions),
                    Phrase.of("Use fewer functions, or raise the limit, which is based on available memory, in the"
                            + " testbed settings."));
        }
        refuseWhatTheServerLacks(cell.workload(), cell.network());
        if (cell.network().medium() == NetworkSettings.Medium.KERNEL) {
            PreparedTrial trial = kernel.prepare(cell);
            functions.enterNetwork(kernel.functionEntry());
            return trial;
        }
        functions.enterNetwork(List.of());
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
        kernel.close();
    }
}
