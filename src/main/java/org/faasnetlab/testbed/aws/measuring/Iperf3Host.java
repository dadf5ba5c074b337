package org.faasnetlab.testbed.aws.measuring;

import org.jspecify.annotations.Nullable;

/**
 * A server that has one iperf3 process for each of its ports.
 *
 * @param address where functions reach it
 * @param firstPort the first of its ports
 * @param ports how many follow each other from there, and so functions that it serves at once, at least 1
 * @param publicKey the body of its RSA public key in PEM, in one line, if it asks for a password; else null
 */
public record Iperf3Host(
        String address, int firstPort, int ports, @Nullable String publicKey) {
    public Iperf3Host {
        if (ports < 1) {
            throw new IllegalArgumentException("a server must have at least 1 port, not " + ports);
        }
    }
}
