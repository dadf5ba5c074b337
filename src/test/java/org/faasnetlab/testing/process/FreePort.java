package org.faasnetlab.testing.process;

import java.io.IOException;
import java.net.ServerSocket;

public final class FreePort {
    private FreePort() {}

    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
