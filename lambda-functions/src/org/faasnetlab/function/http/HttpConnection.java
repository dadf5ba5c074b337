package org.faasnetlab.function.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an HTTP/1.1 server. Requests are written without a buffer, so that written bytes are in the kernel.
 * Confined to one thread, except that any thread may call {@link #close}, which unblocks reads and writes.
 */
public final class HttpConnection implements Closeable {
    private static final int HEAD_BUFFER_BYTES = 8 * 1024;

    private final @Nullable Socket socket;
    private final Closeable connection;
    private final InputStream in;
    private final OutputStream out;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.connection = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), HEAD_BUFFER_BYTES);
        this.out = socket.getOutputStream();
    }

    private HttpConnection(SocketChannel channel) {
        this.socket = null;
        this.connection = channel;
        this.in = new BufferedInputStream(Channels.newInputStream(channel), HEAD_BUFFER_BYTES);
        this.out = Channels.newOutputStream(channel);
    }

    /** Connects to a server on this computer by a socket in the file system. Its reads have no timeout. */
    public static HttpConnection openSocketFile(Path file) throws IOException {
        return new HttpConnection(SocketChannel.open(UnixDomainSocketAddress.of(file)));
    }

    /** Connects to a plain HTTP server with the system's own buffer sizes. */
    public static HttpConnection open(HttpEndpoint endpoint, Duration connectTimeout) throws IOException {
        return open(endpoint, connectTimeout, new Socket());
    }

    /**
     * Connects; for https also performs the TLS handshake and verifies the host name.
     *
     * @param unconnected a socket, with socket options already set if needed
     * @throws IOException if connecting fails; the socket is then closed
     */
    public static HttpConnection open(HttpEndpoint endpoint, Duration connectTimeout, Socket unconnected)
            throws IOException {
        try {
            unconnected.setTcpNoDelay(true);
            unconnected.connect(
                    new InetSocketAddress(endpoint.host(), endpoint.port()), (int) connectTimeout.toMillis());
            return new HttpConnection(endpoint.tls() ? secured(unconnected, endpoint, connectTimeout) : unconnected);
        } catch (IOException e) {
            unconnected.close();
            throw e;
        }
    }

    /** Loads the root certificates and the security providers ahead of the first https connection. */
    public static void warmUpTls() {
        Tls.SOCKETS.getDefaultCipherSuites();
    }

    /** Created when the first https connection is. */
    private static final class Tls {
        static final SSLSocketFactory SOCKETS = AmazonTrustManager.sockets();
    }

    private static Socket secured(Socket connected, HttpEndpoint endpoint, Duration timeout) throws IOException {
        SSLSocket secured = (SSLSocket) Tls.SOCKETS.createSocket(connected, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout((int) timeout.toMillis());
        secured.startHandshake();
        secured.setSoTimeout(0);
        return secured;
    }

    /** Sends the head of a request, given as lines without line terminators. */
    public void sendHead(String... lines) throws IOException {
        // A builder, not "+": string concatenation by invokedynamic would delay the first poll of a cold function.
        StringBuilder head = new StringBuilder(512);
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The stream for the body of the request. */
    public OutputStream body() {
        return out;
    }

    /** Reads the answer up to its body; the body must be read to its end before the next request. */
    public HttpResponse readResponse() throws IOException {
        return HttpResponse.read(in);
    }

    /** Sets the time that a read may wait for bytes; zero means no limit. A socket in the file system has no limit. */
    public void readTimeout(Duration timeout) throws IOException {
        if (socket != null) {
            socket.setSoTimeout((int) timeout.toMillis());
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
