package org.faasnetlab.testbed.local.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.PathImpairment;

/**
 * Functions and servers in network namespaces, with two routers between them:
 *
 * <pre>
 *   functions ── access router ══ core router ── servers
 * </pre>
 *
 * The links of functions and hosts are queues on both ends of the connection between the routers. There a packet no longer
 * belongs to a local sender, which Linux would otherwise slow down before its queue could grow (TCP Small Queues).
 */
public final class KernelNetwork implements AutoCloseable {
    private static final int FUNCTIONS = 0;
    private static final int ACCESS = 1;
    private static final int CORE = 2;
    private static final int SERVERS = 3;

    /** The devices between the routers: of the access router, upwards, and of the core router, downwards. */
    private static final String UP = "uplink";

    private static final String DOWN = "downlink";

    /**
     * Senders count bytes in their socket's buffer as sent. The buffer of a slow link grows to megabytes and is refilled when
     * a third of it is free, so that intervals would alternate between 1.3 MB and nothing. This is one block of iperf3.
     */
    private static final int MAX_UNSENT_BYTES = 128 << 10;

    /** The default of Linux: as many segments as a sender may hand over in one piece. */
    private static final int MAX_SEGMENTS = 65_535;

    private final NetworkTools tools;
    private final Namespaces namespaces;
    private final ProcessStarter processes;

    /** Whether the ends send single packets rather than pieces of many. */
    private boolean singlePackets;

    private KernelNetwork(NetworkTools tools, Namespaces namespaces, ProcessStarter processes) {
        this.tools = tools;
        this.namespaces = namespaces;
        this.processes = processes;
    }

    /**
     * Creates namespaces and routers, without links.
     *
     * @throws LabException if the system lacks a program, or does not allow it; nothing is left then
     */
    public static KernelNetwork create(ProcessStarter processes) throws LabException, InterruptedException {
        NetworkTools tools = NetworkTools.find();
        KernelNetwork network = new KernelNetwork(tools, Namespaces.create(tools, processes, 4), processes);
        try {
            network.connect();
            return network;
        } catch (IOException e) {
            network.close();
            throw failed(e);
        } catch (InterruptedException e) {
            network.close();
            throw e;
        }
    }

    /**
     * Checks that the kernel has what the settings require.
     *
     * @throws LabException with what it lacks
     */
    public static void require(NetworkSettings settings, ProcessStarter processes)
            throws LabException, InterruptedException {
        try (KernelNetwork network = create(processes)) {
            network.shape(settings, 1);
        }
    }

    private void connect() throws IOException, InterruptedException {
        ip(
                FUNCTIONS,
                List.of(
                        "link set lo up",
                        "link add net type veth peer name net netns " + namespaces.holder(ACCESS),
                        "addr add 10.79.0.1/30 dev net",
                        "link set net up"));
        ip(
                ACCESS,
                List.of(
                        "link set lo up",
                        "addr add 10.79.0.2/30 dev net",
                        "link set net up",
                        "link add " + UP + " type veth peer name " + DOWN + " netns " + namespaces.holder(CORE),
                        "addr add 10.79.0.5/30 dev " + UP,
                        "link set " + UP + " up",
                        "route add " + NetworkAddresses.FUNCTIONS + " via 10.79.0.1"));
        ip(
                CORE,
                List.of(
                        "link set lo up",
                        "addr add 10.79.0.6/30 dev " + DOWN,
                        "link set " + DOWN + " up",
                        "link add net type veth peer name net netns " + namespaces.holder(SERVERS),
                        "addr add 10.79.0.9/30 dev net",
                        "link set net up",
                        "route add " + NetworkAddresses.FUNCTIONS + " via 10.79.0.5"));
        ip(SERVERS, List.of("link set lo up", "addr add 10.79.0.10/30 dev net", "link set net up"));
        ip(CORE, List.of("route add " + NetworkAddresses.SERVERS + " via 10.79.0.10"));
        ip(ACCESS, List.of("route add " + NetworkAddresses.SERVERS + " via 10.79.0.6"));
        for (int router : List.of(ACCESS, CORE)) {
            set(router, "ip_forward", 1);
        }
        for (int end : List.of(FUNCTIONS, SERVERS)) {
            set(end, "tcp_notsent_lowat", MAX_UNSENT_BYTES);
        }
    }

    private void set(int namespace, String key, int value) throws IOException, InterruptedException {
        namespaces.run(
                namespace, List.of("/bin/sh", "-c", "echo " + value + " > /proc/sys/net/ipv4/" + key), List.of());
    }

    /**
     * Gives each function its addresses, and all links their rates and empty queues with full buckets.
     *
     * @throws LabException if the kernel lacks something
     */
    void shape(NetworkSettings settings, int functions) throws LabException, InterruptedException {
        if (functions > NetworkAddresses.MAX_FUNCTIONS) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    Phrase.of(
                            "Cannot create the kernel network: it has addresses for {0} functions, not for {1}.",
                            String.format(Locale.ROOT, "%,d", NetworkAddresses.MAX_FUNCTIONS),
                            String.format(Locale.ROOT, "%,d", functions)),
                    Phrase.of("Set functions to at most {0}, or network to relay.", NetworkAddresses.MAX_FUNCTIONS));
        }
        TrafficControl queues = new TrafficControl(settings, functions);
        List<String> upwards = queues.commands(UP, true);
        try {
            addresses(functions);
            shape(ACCESS, UP, upwards);
            shape(CORE, DOWN, queues.commands(DOWN, false));
        } catch (IOException e) {
            // Both directions have the same queue disciplines in the same lines.
            Optional<String> missing = TrafficControl.missing(String.valueOf(e.getMessage()), upwards);
            throw missing.isPresent() ? lacks(missing.get()) : failed(e);
        }
        try {
            impair(queues, settings.impairment());
        } catch (IOException e) {
            throw isUnknownDiscipline(e) ? lacksNetem() : failed(e);
        }
    }

    private static boolean isUnknownDiscipline(IOException e) {
        return String.valueOf(e.getMessage()).contains("qdisc kind is unknown");
    }

    /** Delay and loss, where packets leave the routers towards the ends. */
    private void impair(TrafficControl queues, PathImpairment path) throws IOException, InterruptedException {
        boolean lossy = path.lossPercent() > 0;
        if (lossy != singlePackets) {
            for (int end : List.of(FUNCTIONS, SERVERS)) {
                // What a sender hands over in one piece of up to 64 KiB would be lost in one piece.
                ip(end, List.of("link set dev net gso_max_segs " + (lossy ? 1 : MAX_SEGMENTS)));
            }
            singlePackets = lossy;
        }
        for (int router : List.of(ACCESS, CORE)) {
            reset(router, "net", "netem");
            Optional<String> command = queues.impairment("net");
            if (command.isPresent()) {
                tc(router, List.of(command.get()));
            }
        }
    }

    private void addresses(int functions) throws IOException, InterruptedException {
        List<String> client = new ArrayList<>(List.of("addr flush dev net", "addr add 10.79.0.1/30 dev net"));
        List<String> server = new ArrayList<>();
        for (int index = 0; index < functions; index++) {
            String own = NetworkAddresses.function(index);
            String peer = NetworkAddresses.server(index);
            client.add("addr add " + own + "/32 dev net");
            client.add("route replace " + peer + " via 10.79.0.2 src " + own);
            server.add("addr replace " + peer + "/32 dev net");
            // Answers to datagrams leave with the address to which the function sent.
            server.add("route replace " + own + " via 10.79.0.9 src " + peer);
        }
        ip(FUNCTIONS, client);
        ip(SERVERS, server);
    }

    private void shape(int router, String device, List<String> commands) throws IOException, InterruptedException {
        reset(router, device, "htb");
        if (!commands.isEmpty()) {
            tc(router, commands);
        }
    }

    private void reset(int router, String device, String discipline) throws IOException, InterruptedException {
        if (namespaces
                .run(router, List.of(tools.tc().toString(), "qdisc", "show", "dev", device), List.of())
                .contains(discipline)) {
            tc(router, List.of("qdisc del dev " + device + " root"));
        }
    }

    private void ip(int namespace, List<String> lines) throws IOException, InterruptedException {
        namespaces.run(namespace, List.of(tools.ip().toString(), "-batch", "-"), lines);
    }

    private void tc(int namespace, List<String> lines) throws IOException, InterruptedException {
        namespaces.run(namespace, List.of(tools.tc().toString(), "-batch", "-"), lines);
    }

    /** What {@code tc -s qdisc} prints about the queues towards the servers, or towards the functions. */
    String statistics(boolean towardsServers) throws IOException, InterruptedException {
        String device = towardsServers ? UP : DOWN;
        return namespaces.run(
                towardsServers ? ACCESS : CORE,
                List.of(tools.tc().toString(), "-s", "qdisc", "show", "dev", device),
                List.of());
    }

    /** The command that makes the program that follows a function. */
    public List<String> functionEntry() {
        return namespaces.entry(FUNCTIONS);
    }

    /** Starts servers. */
    public ProcessStarter servers() {
        return new NamespaceProcesses(processes, namespaces.entry(SERVERS));
    }

    private static LabException lacks(String discipline) {
        return new LabException(
                LabException.Kind.UNAVAILABLE,
                Phrase.of("The kernel of this computer lacks a queue discipline: {0}.", discipline),
                Phrase.of(
                        discipline.equals(TrafficControl.FQ_CODEL)
                                ? "Load it with modprobe sch_{0}, set queue to a time such as 50ms, or set network to relay."
                                : "Load it with modprobe sch_{0}, or set network to relay.",
                        discipline));
    }

    private static LabException lacksNetem() {
        return new LabException(
                LabException.Kind.UNAVAILABLE,
                Phrase.of("The kernel of this computer lacks netem, which delay and loss require."),
                Phrase.of("Load it with modprobe sch_netem, or set delay to 0ms and loss to 0%."));
    }

    private static LabException failed(IOException cause) {
        return new LabException(
                LabException.Kind.FAILED,
                Phrase.of("Cannot create the kernel network: {0}.", cause.getMessage()),
                Phrase.of("Set network to relay, or run the program where network namespaces may be configured."),
                cause);
    }

    /** Removes the namespaces, as soon as no other process is in them. */
    @Override
    public void close() {
        namespaces.close();
    }
}
