package org.faasnetlab.testbed.aws.stack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CIDR block of a VPC or subnet, for example {@code 10.83.0.0/24}.
 *
 * @param firstAddress lowest address of the block as an unsigned 32-bit number
 * @param prefix length of the prefix in bits, 16 to 28, as VPCs and subnets allow
 */
public record Cidr(long firstAddress, int prefix) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    public Cidr {
        if (prefix < 16 || prefix > 28) {
            throw new IllegalArgumentException("expected a prefix from /16 to /28, not /" + prefix);
        }
        if (firstAddress % (1L << (32 - prefix)) != 0) {
            throw new IllegalArgumentException("a /" + prefix + " block cannot start at this address");
        }
    }

    /**
     * Parses a block of IPv4 addresses such as {@code 10.0.0.0/24}.
     *
     * @throws IllegalArgumentException if the text is not a block that a VPC or subnet can have; the message says why
     */
    public static Cidr parse(String text) {
        Matcher parts = TEXT.matcher(text.trim());
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a CIDR block such as 10.83.0.0/24");
        }
        long address = 0;
        for (int part = 1; part <= 4; part++) {
            int octet = Integer.parseInt(parts.group(part));
            if (octet > 255) {
                throw new IllegalArgumentException("expected address parts from 0 to 255");
            }
            address = address << 8 | octet;
        }
        return new Cidr(address, Integer.parseInt(parts.group(5)));
    }

    /** Whether this block contains every address of the other one. */
    public boolean contains(Cidr other) {
        return firstAddress <= other.firstAddress && other.end() <= end();
    }

    public boolean overlaps(Cidr other) {
        return firstAddress < other.end() && other.firstAddress < end();
    }

    private long end() {
        return firstAddress + (1L << (32 - prefix));
    }

    @Override
    public String toString() {
        return (firstAddress >> 24) + "." + (firstAddress >> 16 & 255) + "." + (firstAddress >> 8 & 255) + "."
                + (firstAddress & 255) + "/" + prefix;
    }
}
