package org.faasnetlab.testbed.local.shaping;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a function, relayed to its target by a thread for each direction. The end of one direction is
 * relayed as a half-close; an error in either direction closes both.
 */
final class RelayedConnection implements Closeable {
    /**
     * Buffers of the relay's sockets, in bytes. Senders count bytes in their send buffer as sent, so the content of all
     * buffers appears as a burst at the start of an upload that the link does not have: about 12 MB with the system's
     * default, about 4 MB with this size, nearly all of it in the sender's buffer. Smaller sizes have no benefit, and
     * with 32 KiB 5 Gbit/s were not always reached: a segment on loopback has up to 64 KiB.
     */
    static final int SOCKET_BUFFER = 128 << 10;

    /**
     * A connection that has transferred less than this is sparse and is not delayed, as in the queues of real links
     * (RFC 8290, section 1.3). Otherwise the few control messages of iperf3 would wait behind the data of functions
     * that have already started, and functions could not start together.
     */
    static final int SPARSE_BYTES = 16 << 10;

    private static final Logger log = LoggerFactory.getLogger(RelayedConnection.class);

    private final Link link;
    private final StartBarrier barrier;
    private final SocketChannel function;
    private final SocketChannel target;
    private final Consumer<RelayedConnection> onClosed;
    private final AtomicInteger openDirections = new AtomicInteger(2);
    private final boolean held;
    private final Thread up;
    private final Thread down;

    /**
     * @param function the accepted connection; this object takes ownership, even if the constructor fails
     * @param barrier if it is closed now, only the first byte from the target passes before it opens
     */
    RelayedConnection(SocketChannel function, Link link, StartBarrier barrier, Consumer<RelayedConnection> onClosed)
            throws IOException {
        this.link = link;
        this.barrier = barrier;
        this.held = barrier.isClosed();
        this.function = function;
        this.onClosed = onClosed;
        try {
            target = SocketChannel.open();
        } catch (IOException e) {
            function.close();
            throw e;
        }
        up = new Thread(this::connectAndSend, "link-" + link.functionIndex() + "-up");
        down = new Thread(this::receive, "link-" + link.functionIndex() + "-down");
        up.setDaemon(true);
        down.setDaemon(true);
    }

    private static void limitBuffers(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    void start() {
        up.start();
    }

    private void connectAndSend() {
        try {
            limitBuffers(function);
            limitBuffers(target);
            target.connect(link.target());
        } catch (IOException e) {
            log.debug("The link of function {} cannot reach {}", link.functionIndex(), link.target(), e);
            close();
            return;
        }
        down.start();
        copy(
                function,
                target,
                link.uplink(),
                ByteBuffer.allocateDirect(link.uplink().chunkBytes()));
    }

    private void receive() {
        ByteBuffer chunk = ByteBuffer.allocateDirect(link.downlink().chunkBytes());
        try {
            if (held) {
                chunk.limit(1);
                if (target.read(chunk) > 0) {
                    chunk.flip();
                    function.write(chunk);
                    barrier.await();
                }
                chunk.clear();
            }
        } catch (IOException e) {
            log.debug("A connection of function {} was closed before the start", link.functionIndex(), e);
            close();
            return;
        } catch (InterruptedException e) {
            close();
            return;
        }
        copy(target, function, link.downlink(), chunk);
    }

    private void copy(SocketChannel from, SocketChannel to, Shaper shaper, ByteBuffer chunk) {
        try {
            long readFrom = System.nanoTime();
            long passed = 0;
            while (from.read(chunk) >= 0) {
                chunk.flip();
                passed += chunk.remaining();
                if (passed <= SPARSE_BYTES) {
                    shaper.passImmediately(chunk.remaining());
                } else {
                    shaper.pass(chunk.remaining(), System.nanoTime() - readFrom);
                }
                while (chunk.hasRemaining()) {
                    to.write(chunk);
                }
                chunk.clear();
                readFrom = System.nanoTime();
            }
            to.shutdownOutput();
            if (openDirections.decrementAndGet() == 0) {
                close();
            }
        } catch (IOException e) {
            // Normal when the client closes the connection, or after close().
            log.debug("A connection of function {} was closed", link.functionIndex(), e);
            close();
        } catch (InterruptedException e) {
            close();
        }
    }

    /** Closes both directions immediately. */
    @Override
    public void close() {
        // The interrupt unblocks a thread that waits for tokens; closing unblocks one that reads or writes.
        up.interrupt();
        down.interrupt();
        closeQuietly(function);
        closeQuietly(target);
        onClosed.accept(this);
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("Error closing a relay socket", e);
        }
    }
}
