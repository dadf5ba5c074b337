package org.faasnetlab.function.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection to an HTTP/1.1 server. Requests go out as they are written, without a buffer, so that what has been
 * written is with the kernel. To be used by one thread; {@link #close} may come from any and ends what blocks.
 */
public final class HttpConnection implements Closeable {
    private static final int HEAD_BUFFER_BYTES = 8 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), HEAD_BUFFER_BYTES);
        this.out = socket.getOutputStream();
    }

    /** Connects to a plain HTTP server with the system's own buffer sizes. */
    public static HttpConnection open(HttpEndpoint endpoint, Duration connectTimeout) throws IOException {
        return open(endpoint, connectTimeout, new Socket());
    }

    /**
     * Connects, and for https shakes hands and checks the server's name.
     *
     * @param unconnected a socket of which options may have been set
     * @throws IOException if it does not succeed; the socket is closed then
     */
    public static HttpConnection open(HttpEndpoint endpoint, Duration connectTimeout, Socket unconnected)
            throws IOException {
        try {
            unconnected.setTcpNoDelay(true);
            unconnected.connect(
                    new InetSocketAddress(endpoint.host(), endpoint.port()), (int) connectTimeout.toMillis());
            return new HttpConnection(endpoint.tls() ? secured(unconnected, endpoint, connectTimeout) : unconnected);
        } catch (IOException failed) {
            unconnected.close();
            throw failed;
        }
    }

    /** Loads what the first https connection needs: trust store and providers, some 100 ms on a slow function. */
    public static void warmUpTls() {
        SSLSocketFactory.getDefault();
    }

    private static Socket secured(Socket connected, HttpEndpoint endpoint, Duration timeout) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(connected, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout((int) timeout.toMillis());
        secured.startHandshake();
        secured.setSoTimeout(0);
        return secured;
    }

    /** Sends the head of a request, given as its lines without their ends. */
    public void sendHead(String... lines) throws IOException {
        // A builder, not "+": string concatenation by invokedynamic would delay the first poll of a cold function.
        StringBuilder head = new StringBuilder(512);
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Where the body of the request goes. */
    public OutputStream body() {
        return out;
    }

    /** Reads the answer up to its body; the body must be read to its end before the next request. */
    public HttpResponse readResponse() throws IOException {
        return HttpResponse.read(in);
    }

    /** How long a read may wait for bytes; zero for ever. */
    public void readTimeout(Duration timeout) throws IOException {
        socket.setSoTimeout((int) timeout.toMillis());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
