package org.faasnetlab.testing.function;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Serves a zip over HTTP and counts the requests; can reject the first requests. */
public final class ZipServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    private ZipServer(HttpServer server) {
        this.server = server;
    }

    public static ZipServer of(byte[] zip, int refusals, int status) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ZipServer server = new ZipServer(http);
        http.createContext("/", exchange -> {
            boolean refused = server.requests.incrementAndGet() <= refusals;
            byte[] body = refused ? "<Error><Code>SlowDown</Code></Error>".getBytes(StandardCharsets.UTF_8) : zip;
            exchange.sendResponseHeaders(refused ? status : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        return server;
    }

    public static ZipServer of(byte[] zip) throws IOException {
        return of(zip, 0, 200);
    }

    public static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    public URI url(String signature) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort()
                + "/bucket/iperf3-x86_64.zip?X-Amz-Signature=" + signature);
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
