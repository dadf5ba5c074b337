package org.faasnetlab.testing.function;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.RequestJson;

/** The Lambda Runtime API on raw sockets, so that tests see headers and trailers as sent. */
public final class StubRuntimeApi implements AutoCloseable {
    public static final String PREFIX = "/sandbox-7";
    private static final long TIMEOUT_S = 60;

    private final ServerSocket server;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<FunctionRecord> live = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> polls = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private int requests;
    private volatile long deadlineEpochMs = Long.MAX_VALUE;

    /** One POST request of the function. */
    public record Answer(String requestLine, Map<String, String> headers, String body, Map<String, String> trailers) {
        public List<FunctionRecord> records() throws IOException {
            List<FunctionRecord> records = new ArrayList<>();
            for (String line : body.split("\n")) {
                records.add(RecordJson.read(line));
            }
            return records;
        }

        public <T extends FunctionRecord> List<T> records(Class<T> type) throws IOException {
            return records().stream().filter(type::isInstance).map(type::cast).toList();
        }

        public FunctionRecord last() throws IOException {
            List<FunctionRecord> records = records();
            return records.get(records.size() - 1);
        }
    }

    public StubRuntimeApi() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll).start();
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalPort() + PREFIX;
    }

    public void serviceDeadline(long epochMs) {
        deadlineEpochMs = epochMs;
    }

    public void invoke(FunctionRequest request) {
        invoke(RequestJson.write(request));
    }

    public void invoke(String event) {
        events.add(event);
    }

    /** Waits for the next POST request to be complete and returns it. */
    public Answer answer() throws InterruptedException {
        return taken(answers);
    }

    /** Waits for the next record and returns it. */
    public FunctionRecord nextRecord() throws InterruptedException {
        return taken(live);
    }

    /** Waits until the invoked function transfers data. */
    public void untilMeasured() throws InterruptedException {
        while (!(nextRecord() instanceof FunctionRecord.Measured)) {
            // ready, started
        }
    }

    /** Waits for the next poll and returns its time, by System.nanoTime(). */
    public long nextPoll() throws InterruptedException {
        return taken(polls);
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(TIMEOUT_S, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within " + TIMEOUT_S + " s");
        }
        return next;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> serve(socket)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stub-runtime-api");
        thread.setDaemon(true);
        return thread;
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String requestLine = line(in);
            Map<String, String> headers = headers(in);
            if (requestLine.startsWith("GET ")) {
                polls.add(System.nanoTime());
                String event = events.take();
                requests++;
                send(
                        socket,
                        "200 OK",
                        "Lambda-Runtime-Aws-Request-Id: request-" + requests + "\r\nLambda-Runtime-Deadline-Ms: "
                                + deadlineEpochMs + "\r\n",
                        event);
                return;
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            Map<String, String> trailers = body(in, headers, body);
            answers.add(new Answer(requestLine, headers, body.toString(StandardCharsets.UTF_8), trailers));
            send(socket, "202 Accepted", "", "{\"status\":\"OK\"}");
        } catch (IOException gone) {
            // the function disconnected or the test is over
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> body(InputStream in, Map<String, String> headers, ByteArrayOutputStream body)
            throws IOException {
        if (!headers.containsKey("Transfer-Encoding")) {
            body.write(in.readNBytes(Integer.parseInt(headers.get("Content-Length"))));
            return Map.of();
        }
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            byte[] chunk = in.readNBytes(size);
            body.write(chunk);
            for (String line : new String(chunk, StandardCharsets.UTF_8).split("\n")) {
                live.add(RecordJson.read(line));
            }
            line(in);
        }
        return headers(in);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("end of stream");
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    private static void send(Socket socket, String status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
