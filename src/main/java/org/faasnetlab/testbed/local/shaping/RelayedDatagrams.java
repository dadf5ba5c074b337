package org.faasnetlab.testbed.local.shaping;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The datagrams of one function, relayed to their target through the function's link, which they share with its connections. They
 * are neither lost nor reordered, unless a path says otherwise.
 */
final class RelayedDatagrams implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(RelayedDatagrams.class);

    /** The largest datagram that UDP can carry. */
    private static final int MAX_BYTES = 65_535;

    private static final long IDLE_NANOS = 10_000_000;

    private final Shaper uplink;
    private final Shaper downlink;
    private final DatagramChannel function;
    private final DatagramChannel target;
    private final Path upPath;
    private final Thread up;
    private final Thread down;
    private volatile @Nullable SocketAddress sender;

    /** Passes the datagrams of one direction on, in whatever number and order. */
    @FunctionalInterface
    interface Path {
        /** Every datagram once and in order. */
        Path PERFECT = (datagram, next) -> next.send(datagram);

        void pass(ByteBuffer datagram, Sending next) throws IOException;
    }

    /** Sends a datagram. */
    @FunctionalInterface
    interface Sending {
        void send(ByteBuffer datagram) throws IOException;
    }

    RelayedDatagrams(int functionIndex, InetSocketAddress to, Shaper uplink, Shaper downlink) throws IOException {
        this(functionIndex, to, uplink, downlink, Path.PERFECT);
    }

    /** @param upPath from the function to the target */
    RelayedDatagrams(int functionIndex, InetSocketAddress to, Shaper uplink, Shaper downlink, Path upPath)
            throws IOException {
        this.uplink = uplink;
        this.downlink = downlink;
        this.upPath = upPath;
        function = DatagramChannel.open();
        try {
            function.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            target = DatagramChannel.open();
        } catch (IOException e) {
            function.close();
            throw e;
        }
        try {
            target.connect(to);
        } catch (IOException e) {
            function.close();
            target.close();
            throw e;
        }
        up = new Thread(this::toTarget, "datagrams-" + functionIndex + "-up");
        down = new Thread(this::toFunction, "datagrams-" + functionIndex + "-down");
        up.setDaemon(true);
        down.setDaemon(true);
    }

    void start() {
        up.start();
        down.start();
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) function.getLocalAddress();
    }

    private void toTarget() {
        relay(uplink, upPath, buffer -> sender = function.receive(buffer), target::write);
    }

    private void toFunction() {
        relay(downlink, Path.PERFECT, target::read, this::answer);
    }

    private void answer(ByteBuffer datagram) throws IOException {
        SocketAddress to = sender;
        if (to != null) {
            function.send(datagram, to);
        }
    }

    /** Receives one datagram. */
    @FunctionalInterface
    private interface Receiving {
        void receive(ByteBuffer into) throws IOException;
    }

    private void relay(Shaper shaper, Path path, Receiving from, Sending to) {
        ByteBuffer datagram = ByteBuffer.allocateDirect(MAX_BYTES);
        try {
            while (true) {
                datagram.clear();
                from.receive(datagram);
                datagram.flip();
                // Probes are sparse: each of them may catch up on no more than an idle sender.
                shaper.pass(datagram.remaining(), IDLE_NANOS);
                path.pass(datagram, to);
            }
        } catch (ClosedChannelException e) {
            log.debug("The datagrams of a function are no longer relayed");
        } catch (IOException e) {
            log.warn("A relay of datagrams stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        up.interrupt();
        down.interrupt();
        closeQuietly(function);
        closeQuietly(target);
    }

    private static void closeQuietly(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("Error closing a relay of datagrams", e);
        }
    }
}
