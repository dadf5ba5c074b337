package org.faasnetlab.testbed.local.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The addresses inside a kernel network. Each function has one as a client, and a server has one for each function, so that
 * all packets of a function, and no others, have its two addresses.
 */
final class NetworkAddresses {
    /** In a group, addresses differ in the last byte only. */
    static final int PER_GROUP = 256;

    static final int MAX_FUNCTIONS = PER_GROUP * PER_GROUP;

    static final String FUNCTIONS = "10.77.0.0/16";
    static final String SERVERS = "10.78.0.0/16";

    private NetworkAddresses() {}

    static String function(int functionIndex) {
        return address(77, functionIndex);
    }

    static String server(int functionIndex) {
        return address(78, functionIndex);
    }

    static InetAddress serverAddress(int functionIndex) {
        return new InetSocketAddress(server(functionIndex), 0).getAddress();
    }

    private static String address(int network, int functionIndex) {
        return "10." + network + "." + functionIndex / PER_GROUP + "." + functionIndex % PER_GROUP;
    }
}
