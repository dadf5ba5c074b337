package org.faasnetlab.testbed.aws.measuring;

import org.jspecify.annotations.Nullable;

/**
 * A server with one iperf3 process for each of its ports, and an echo server for latency probes.
 *
 * @param address address that functions connect to
 * @param firstPort its lowest port
 * @param ports number of consecutive ports, and so of functions that it serves concurrently, at least 1
 * @param echoPort UDP port of its echo server
 * @param publicKey body of its RSA public key in PEM format, in one line, if it requires a password; otherwise null
 */
public record Iperf3Host(
        String address,
        int firstPort,
        int ports,
        int echoPort,
        @Nullable String publicKey) {
    public Iperf3Host {
        if (ports < 1) {
            throw new IllegalArgumentException("a server must have at least 1 port, not " + ports);
        }
    }
}
