package org.faasnetlab.testbed.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.local.iperf3.ExternalServer;
import org.faasnetlab.testbed.local.iperf3.Iperf3ServerPool;
import org.faasnetlab.testbed.local.iperf3.LocalIperf3;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.faasnetlab.testbed.local.iperf3.ServerPorts;
import org.faasnetlab.testbed.local.latency.EchoServerProcess;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.faasnetlab.testbed.local.s3.S3Storage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers on this computer that functions measure against; each is created on first use. */
final class LocalServers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalServers.class);

    /** Disk space for server output and iperf3's buffers, with a margin for the stored runs. */
    private static final DataSize MIN_SPACE = new DataSize(16 << 20);

    private final LocalTestbedSettings settings;
    private final Installation installation;
    private final List<String> functionCommand;
    private final ProcessStarter processes;
    private final InetAddress bind;
    private @Nullable RunDirectory directory;
    private @Nullable LocalIperf3 program;
    private @Nullable Iperf3ServerPool iperf3;
    private @Nullable S3Storage s3;
    private @Nullable EchoServerProcess echo;

    /** @param functionCommand starts a function; its last element is the main class */
    LocalServers(
            LocalTestbedSettings settings,
            Installation installation,
            List<String> functionCommand,
            ProcessStarter processes) {
        this(settings, installation, functionCommand, processes, InetAddress.getLoopbackAddress());
    }

    /** @param bind the address on which the servers listen, where {@code processes} start */
    LocalServers(
            LocalTestbedSettings settings,
            Installation installation,
            List<String> functionCommand,
            ProcessStarter processes,
            InetAddress bind) {
        this.bind = bind;
        this.functionCommand = List.copyOf(functionCommand);
        this.settings = settings;
        this.installation = installation;
        this.processes = processes;
    }

    synchronized Iperf3ServerPool iperf3() throws LabException, InterruptedException {
        Path folder = directory().folder("iperf3");
        if (iperf3 == null) {
            iperf3 = new Iperf3ServerPool(program(), ports(), folder, processes, bind);
        }
        return iperf3;
    }

    /**
     * The addresses of listening iperf3 servers, one for each function: the user's, or those of this testbed, which are
     * started.
     */
    List<InetSocketAddress> iperf3Addresses(int functions) throws LabException, InterruptedException {
        return iperf3Addresses(functions, 0);
    }

    /**
     * As {@link #iperf3Addresses(int)}.
     *
     * @param reportMs interval in which servers of this testbed report what they receive, in milliseconds; 0 to report
     *     totals only
     */
    List<InetSocketAddress> iperf3Addresses(int functions, int reportMs) throws LabException, InterruptedException {
        ExternalServer server = external();
        return server == null ? iperf3().listening(functions, reportMs) : server.addresses(functions);
    }

    private @Nullable ExternalServer external() {
        return settings.server() == null ? null : new ExternalServer(settings.server());
    }

    private ServerPorts ports() {
        PortRange range = settings.iperf3Ports();
        return range == null ? ServerPorts.any() : ServerPorts.within(range);
    }

    /** @throws LabException if the program is missing or too old, or the server of the user does not answer */
    synchronized void requireIperf3() throws LabException, InterruptedException {
        program = LocalIperf3.find(settings.iperf3(), processes);
        ExternalServer server = external();
        if (server != null) {
            server.require();
        }
    }

    synchronized S3Storage s3() throws LabException {
        Path folder = directory().folder("s3");
        if (s3 == null) {
            s3 = new S3Storage(installation.s3ProxyJar(), folder, processes, bind);
        }
        return s3;
    }

    /** Whether there can be an echo server: not where the servers of the user are, whose way another one does not share. */
    boolean answerProbes() {
        return settings.server() == null;
    }

    /** The echo server for latency probes; a new one, with a new key, if it has exited. */
    synchronized EchoServerProcess echo() throws LabException, InterruptedException {
        EchoServerProcess running = echo;
        if (running == null || !running.alive()) {
            running = EchoServerProcess.start(functionCommand, processes, bind);
            echo = running;
        }
        return running;
    }

    /**
     * Returns the directory after checking the free space, because the disk may have become full since the last trial.
     */
    private RunDirectory directory() throws LabException {
        if (directory == null) {
            directory = RunDirectory.create(settings.workDirectory());
        }
        directory.requireSpace(MIN_SPACE);
        return directory;
    }

    private LocalIperf3 program() throws LabException, InterruptedException {
        if (program == null) {
            program = LocalIperf3.find(settings.iperf3(), processes);
        }
        return program;
    }

    /**
     * Versions of the installed server programs. A missing program is not an error here; the trial that needs it
     * reports it.
     */
    synchronized SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        S3Storage.version(installation.s3ProxyJar()).ifPresent(version -> versions.put("s3.server", version));
        try {
            versions.put("iperf3.version", program().version().toString());
        } catch (LabException e) {
            log.info("The iperf3 version is unknown: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return versions;
    }

    /** How each iperf3 server is started, with {@code PORT} for its port, but for the interval of reports of UDP tests; empty if the program is missing. */
    synchronized Optional<String> iperf3Command() {
        return Optional.ofNullable(program).map(found -> String.join(" ", found.serverCommand(bind, "PORT", 0)));
    }

    /** Stops all servers and deletes their files. */
    @Override
    public synchronized void close() {
        if (iperf3 != null) {
            iperf3.close();
        }
        if (s3 != null) {
            s3.close();
        }
        if (echo != null) {
            echo.close();
        }
        if (directory != null) {
            directory.close();
            directory = null;
        }
    }
}
