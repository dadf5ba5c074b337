package org.faasnetlab.testbed.local.s3;

import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.faasnetlab.testbed.local.network.SocketForwarder;

/**
 * Runs S3Proxy in a network namespace, with a socket in the file system through which this program reaches it. A process of its
 * own, with S3Proxy's classes and this program's, but without its libraries.
 */
final class ReachableS3Proxy {
    private static final String S3PROXY = "org.gaul.s3proxy.Main";

    private ReachableS3Proxy() {}

    /**
     * Forwards from the socket to the server, and then runs S3Proxy.
     *
     * @param arguments place of the socket, port of the server, and the arguments of S3Proxy
     */
    public static void main(String[] arguments) throws Exception {
        SocketForwarder.open(
                UnixDomainSocketAddress.of(Path.of(arguments[0])),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
                Executors.newCachedThreadPool(work -> {
                    Thread thread = new Thread(work, "forwarder");
                    thread.setDaemon(true);
                    return thread;
                }));
        try {
            Class.forName(S3PROXY).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 2, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
