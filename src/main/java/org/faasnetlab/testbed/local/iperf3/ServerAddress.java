package org.faasnetlab.testbed.local.iperf3;

import java.util.regex.Pattern;

/**
 * The address of iperf3 servers that the user runs, on any computer: one server on each port.
 *
 * @param host name, IPv4 or IPv6 address
 * @param ports one for each concurrent function
 */
public record ServerAddress(String host, PortRange ports) {
    /** The port on which iperf3 listens by default. */
    public static final int DEFAULT_PORT = 5201;

    private static final int MAX_HOST_LENGTH = 150;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9_.-]+)?");
    private static final String EXPECTED =
            "expected HOST, HOST:PORT, or HOST:FIRST-LAST, such as example.org:5201 or [2001:db8::1]:5201-5204";

    public ServerAddress {
        if (host.length() > MAX_HOST_LENGTH
                || !(NAME.matcher(host).matches() || IPV6.matcher(host).matches())) {
            throw new IllegalArgumentException(EXPECTED);
        }
    }

    /**
     * Parses {@code HOST[:PORT[-LAST]]}. An IPv6 address with a port is in brackets.
     *
     * @throws IllegalArgumentException if the text has another format
     */
    public static ServerAddress parse(String text) {
        String given = text.trim();
        boolean bracketed = given.startsWith("[");
        int end = bracketed ? given.indexOf(']') : -1;
        if (bracketed && end < 0) {
            throw new IllegalArgumentException(EXPECTED);
        }
        boolean bareIpv6 = !bracketed && given.indexOf(':') != given.lastIndexOf(':');
        int colon = bareIpv6 ? -1 : given.indexOf(':', end + 1);
        if (bracketed && colon != end + 1 && end + 1 < given.length()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        String host = bracketed ? given.substring(1, end) : colon < 0 ? given : given.substring(0, colon);
        return new ServerAddress(host, colon < 0 ? single(DEFAULT_PORT) : ports(given.substring(colon + 1)));
    }

    private static PortRange ports(String text) {
        try {
            return text.contains("-") ? PortRange.parse(text) : single(Integer.parseInt(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED + ", with ports 1 to 65535", e);
        }
    }

    private static PortRange single(int port) {
        return new PortRange(port, port);
    }

    /** The number of functions that can be measured concurrently. */
    public int count() {
        return ports.last() - ports.first() + 1;
    }

    /** The text that {@link #parse} accepts. */
    @Override
    public String toString() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return name + ":" + ports.first() + (count() == 1 ? "" : "-" + ports.last());
    }
}
