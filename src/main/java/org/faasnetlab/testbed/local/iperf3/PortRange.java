package org.faasnetlab.testbed.local.iperf3;

/**
 * Ports that iperf3 servers may use, inclusive.
 *
 * @param first 1 to 65535
 * @param last {@code first} to 65535
 */
public record PortRange(int first, int last) {
    public PortRange {
        if (first < 1 || last > 65535 || last < first) {
            throw new IllegalArgumentException("expected ascending ports within 1 to 65535");
        }
    }

    /**
     * Parses a range such as {@code 5201-5300}.
     *
     * @throws IllegalArgumentException if the text is not a port range
     */
    public static PortRange parse(String text) {
        String[] ends = text.trim().split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("expected a port range such as 5201-5300");
        }
        try {
            return new PortRange(Integer.parseInt(ends[0].trim()), Integer.parseInt(ends[1].trim()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a port range such as 5201-5300", e);
        }
    }
}
