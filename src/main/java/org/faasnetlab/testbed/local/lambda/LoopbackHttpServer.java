package org.faasnetlab.testbed.local.lambda;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/** An HTTP server on a free port of the loopback address that supports hundreds of concurrent long responses. */
final class LoopbackHttpServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;

    LoopbackHttpServer(Executor executor) throws IOException {
        tune();
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
        server.setExecutor(executor);
    }

    /**
     * The JDK's server can only be configured by system properties, which it reads once. Small frames must be sent
     * immediately, and the connection of a function that is busy for minutes must not be considered idle.
     */
    private static void tune() {
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "4096");
        setUnlessSet("sun.net.httpserver.idleInterval", "3600");
        setUnlessSet("jdk.httpserver.maxConnections", "8192");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    void handle(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    void start() {
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    /** For example {@code 127.0.0.1:40123}. */
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Closes all connections immediately. */
    @Override
    public void close() {
        server.stop(0);
    }
}
