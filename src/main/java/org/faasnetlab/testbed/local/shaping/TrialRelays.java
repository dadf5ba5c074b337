package org.faasnetlab.testbed.local.shaping;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening loopback port for each function of a trial; its connections pass through the function's simulated link.
 */
final class TrialRelays implements TrialLinks {
    private static final Logger log = LoggerFactory.getLogger(TrialRelays.class);

    private final SimulatedNetwork network;
    private final Consumer<TrialRelays> onClosed;
    private final StartBarrier barrier;
    private final Selector selector;
    private final List<ServerSocketChannel> doors = new ArrayList<>();
    private final List<InetSocketAddress> addresses = new ArrayList<>();
    private final Set<RelayedConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<RelayedDatagrams> datagrams = new ArrayList<>();
    private volatile boolean closed;

    private TrialRelays(SimulatedNetwork network, StartBarrier barrier, Consumer<TrialRelays> onClosed)
            throws IOException {
        this.network = network;
        this.barrier = barrier;
        this.onClosed = onClosed;
        this.selector = Selector.open();
    }

    static TrialRelays open(
            SimulatedNetwork network,
            List<InetSocketAddress> targets,
            StartBarrier barrier,
            Consumer<TrialRelays> onClosed)
            throws IOException {
        TrialRelays relays = new TrialRelays(network, barrier, onClosed);
        try {
            for (int functionIndex = 0; functionIndex < targets.size(); functionIndex++) {
                relays.listen(new Link(
                        functionIndex,
                        targets.get(functionIndex),
                        network.uplink(functionIndex),
                        network.downlink(functionIndex)));
            }
        } catch (IOException e) {
            relays.close();
            throw e;
        }
        Thread acceptor = new Thread(relays::accept, "links");
        acceptor.setDaemon(true);
        acceptor.start();
        return relays;
    }

    private void listen(Link link) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        doors.add(door);
        // Set before the first connection: TCP negotiates the window scale when a connection opens.
        door.setOption(StandardSocketOptions.SO_RCVBUF, RelayedConnection.SOCKET_BUFFER);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT, link);
        addresses.add((InetSocketAddress) door.getLocalAddress());
    }

    private void accept() {
        try {
            while (true) {
                selector.select(this::accept);
            }
        } catch (ClosedSelectorException e) {
            log.debug("Closing the simulated network");
        } catch (IOException e) {
            log.warn("The simulated network accepts no more connections", e);
        }
    }

    private void accept(SelectionKey key) {
        try {
            SocketChannel function = ((ServerSocketChannel) key.channel()).accept();
            if (function != null) {
                RelayedConnection connection =
                        new RelayedConnection(function, (Link) key.attachment(), barrier, connections::remove);
                connections.add(connection);
                connection.start();
                if (closed) {
                    connection.close();
                }
            }
        } catch (IOException e) {
            log.warn("A connection to the simulated network was lost", e);
        }
    }

    @Override
    public InetSocketAddress address(int functionIndex) {
        return addresses.get(functionIndex);
    }

    @Override
    public List<InetSocketAddress> relayDatagrams(List<InetSocketAddress> targets) throws LabException {
        List<InetSocketAddress> doorsOfFunctions = new ArrayList<>();
        try {
            for (int functionIndex = 0; functionIndex < targets.size(); functionIndex++) {
                RelayedDatagrams relay = new RelayedDatagrams(
                        functionIndex,
                        targets.get(functionIndex),
                        network.uplink(functionIndex),
                        network.downlink(functionIndex));
                datagrams.add(relay);
                doorsOfFunctions.add(relay.address());
                relay.start();
            }
        } catch (IOException e) {
            throw RelayLinkFactory.unavailable(e);
        }
        return doorsOfFunctions;
    }

    @Override
    public boolean holdTests() {
        barrier.close();
        return true;
    }

    @Override
    public void startAt(Instant t0) {
        barrier.openAt(t0);
    }

    @Override
    public int host(int functionIndex) {
        return network.host(functionIndex);
    }

    @Override
    public void sandboxKnown(int functionIndex, String sandboxId) {
        network.sandboxKnown(functionIndex, sandboxId);
    }

    @Override
    public void close() {
        closed = true;
        doors.forEach(TrialRelays::closeQuietly);
        // Wakes up the acceptor; a registered port is released only when its selector is closed.
        closeQuietly(selector);
        connections.forEach(RelayedConnection::close);
        datagrams.forEach(RelayedDatagrams::close);
        onClosed.accept(this);
    }

    private static void closeQuietly(Closeable part) {
        try {
            part.close();
        } catch (IOException e) {
            log.debug("Error closing a part of the simulated network", e);
        }
    }
}
