package org.faasnetlab.testing.invoke;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testing.aws.AwsCallRecorder;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * A Lambda service on loopback whose responses a test writes byte by byte. Each connection serves one request on its
 * own thread; the script decides when the connection closes.
 */
public final class StubLambda implements AutoCloseable {
    public static final CredentialsSource.AccessKeys KEYS =
            new CredentialsSource.AccessKeys("AKIDEXAMPLE", "a-secret-of-a-test");

    private final ServerSocket server;
    private final Script script;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** Handles a request. The connection is closed afterwards. */
    @FunctionalInterface
    public interface Script {
        void answer(Request request, Answer answer) throws IOException;
    }

    public record Request(String line, Map<String, String> headers, byte[] body) {}

    public StubLambda(Script script) throws IOException {
        this.script = script;
        server = new ServerSocket(0, 2000, InetAddress.getLoopbackAddress());
        threads.execute(this::acceptAll);
    }

    public ServiceEndpoint endpoint() {
        return new ServiceEndpoint(URI.create("http://127.0.0.1:" + server.getLocalPort()), "us-east-1", KEYS);
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            Request request = read(connection.getInputStream());
            AwsCallRecorder.recordInvocation(request.line(), request.headers());
            script.answer(request, new Answer(connection));
        } catch (IOException gone) {
            // The client closed the connection, which some tests expect.
        } finally {
            connections.remove(connection);
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed before a request");
            }
            head.write(next);
        }
        String[] lines = head.toString(ISO_8859_1).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Request(lines[0], headers, in.readNBytes(Integer.parseInt(headers.get("content-length"))));
    }

    /** One response, written by the test. */
    public static final class Answer {
        private final Socket connection;
        private final OutputStream out;

        Answer(Socket connection) throws IOException {
            this.connection = connection;
            this.out = connection.getOutputStream();
        }

        /** Writes the headers of a streamed response. */
        public void stream() throws IOException {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(ISO_8859_1));
        }

        public void chunk(byte[] bytes) throws IOException {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
            out.write(bytes);
            out.write("\r\n".getBytes(ISO_8859_1));
            out.flush();
        }

        public void lines(String text) throws IOException {
            chunk(payload(text));
        }

        public void complete() throws IOException {
            chunk(invokeComplete("{}"));
            end();
        }

        /** Writes the last event of a failed function. */
        public void fail(String code, String details) throws IOException {
            chunk(invokeComplete("{\"ErrorCode\":\"" + code + "\",\"ErrorDetails\":\"" + details + "\"}"));
            end();
        }

        /** Writes the last HTTP chunk. */
        public void end() throws IOException {
            out.write("0\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }

        public void refuse(int status, String headers, String body) throws IOException {
            out.write(("HTTP/1.1 " + status + " No\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                            + body)
                    .getBytes(ISO_8859_1));
            out.flush();
        }

        /** Waits until the client has closed the connection. */
        public void awaitClose() throws IOException {
            while (connection.getInputStream().read() >= 0) {
                // Ignore further bytes, which would be an error of the client; wait for the end of the connection.
            }
        }
    }

    public static byte[] payload(String text) {
        return event("PayloadChunk", text);
    }

    public static byte[] invokeComplete(String json) {
        return event("InvokeComplete", json);
    }

    public static byte[] event(String type, String payload) {
        return message(Map.of(":message-type", "event", ":event-type", type), payload);
    }

    public static byte[] message(Map<String, String> headers, String payload) {
        Map<String, HeaderValue> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, HeaderValue.fromString(value)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Message(values, payload.getBytes(UTF_8)).encode(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
