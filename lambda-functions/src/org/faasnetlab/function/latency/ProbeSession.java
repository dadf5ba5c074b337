package org.faasnetlab.function.latency;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.faasnetlab.function.task.FunctionLog;
import org.faasnetlab.protocol.ProbeTarget;
import org.jspecify.annotations.Nullable;

/**
 * Sends probes at a fixed pace and receives their echoes, each with a thread of its own: the time of an answer is read right
 * after the system call that returned it.
 */
final class ProbeSession implements AutoCloseable {
    /** Probes that load and compile the code; they are not counted. */
    private static final int WARM_UP_PROBES = 50;

    private static final long WARM_UP_PAUSE_NANOS = 2_000_000;

    private final DatagramChannel channel;
    private final ProbeTarget target;
    private final String key;
    private final Thread receiver = new Thread(this::receive, "probe-receiver");
    private volatile ProbeLog log = new ProbeLog();
    private volatile long session = ThreadLocalRandom.current().nextLong();
    private @Nullable Thread sender;
    private volatile boolean sending;

    /**
     * @param key authenticates the probes, as hexadecimal text
     * @throws IOException if the name of the server does not resolve, or no socket can be opened
     */
    ProbeSession(ProbeTarget target, String key) throws IOException {
        this.target = target;
        this.key = key;
        InetSocketAddress address = new InetSocketAddress(target.host(), target.port());
        if (address.isUnresolved()) {
            throw new IOException("the name " + target.host() + " does not resolve");
        }
        channel = DatagramChannel.open();
        try {
            channel.connect(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        receiver.setDaemon(true);
        receiver.start();
    }

    /** Sends some probes, so that the first ones that count are not slowed down by a cold Java machine. */
    void warmUp() throws InterruptedException {
        ProbeDatagram datagram = new ProbeDatagram(key);
        ByteBuffer buffer = ByteBuffer.allocate(ProbeDatagram.BYTES);
        for (int i = 0; i < WARM_UP_PROBES; i++) {
            send(datagram, buffer, log);
            LockSupport.parkNanos(WARM_UP_PAUSE_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** The probes since {@link #start}. */
    ProbeLog log() {
        return log;
    }

    /** Starts sending at a time of {@link System#nanoTime}, which may have passed. */
    void start(long fromNanos) {
        session = ThreadLocalRandom.current().nextLong();
        log = new ProbeLog();
        sending = true;
        Thread thread = new Thread(() -> sendFrom(fromNanos), "probe-sender");
        thread.setDaemon(true);
        sender = thread;
        thread.start();
    }

    /** Stops sending; answers are still received. */
    void stop() {
        sending = false;
        if (sender != null) {
            LockSupport.unpark(sender);
        }
    }

    private void sendFrom(long fromNanos) {
        ProbeDatagram datagram = new ProbeDatagram(key);
        ByteBuffer buffer = ByteBuffer.allocate(ProbeDatagram.BYTES);
        long step = target.intervalMs() * 1_000_000L;
        long next = Math.max(fromNanos, System.nanoTime());
        while (sending) {
            long now = System.nanoTime();
            if (now - next < 0) {
                LockSupport.parkNanos(this, next - now);
            } else {
                send(datagram, buffer, log);
                // A thread that was held up does not send the missed probes together.
                next = now - next > step ? now + step : next + step;
            }
        }
    }

    private void send(ProbeDatagram datagram, ByteBuffer buffer, ProbeLog into) {
        long now = System.nanoTime();
        int number = into.sending(now);
        datagram.write(new ProbeDatagram.Content(false, session, number, 0), buffer);
        try {
            channel.write(buffer);
        } catch (IOException e) {
            // A probe that cannot be sent, or whose predecessor was refused, counts as lost like one that gets no
            // answer.
            return;
        }
    }

    private void receive() {
        ProbeDatagram datagram = new ProbeDatagram(key);
        ByteBuffer buffer = ByteBuffer.allocate(ProbeDatagram.BYTES + 1);
        while (channel.isOpen()) {
            buffer.clear();
            try {
                channel.read(buffer);
                long now = System.nanoTime();
                ProbeDatagram.@Nullable Content echo = datagram.read(buffer.flip());
                if (echo != null && echo.echo() && echo.session() == session) {
                    log.answered(echo.number(), now, echo.serverNanos());
                }
            } catch (PortUnreachableException e) {
                // Nobody listens; the probe counts as lost.
                LockSupport.parkNanos(1_000_000);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                FunctionLog.line("cannot receive probes: " + e.getMessage());
                return;
            }
        }
    }

    @Override
    public void close() {
        stop();
        try {
            channel.close();
        } catch (IOException e) {
            FunctionLog.line("cannot close the socket of probes: " + e.getMessage());
        }
    }
}
