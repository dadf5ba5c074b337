package org.faasnetlab.measure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bandwidth in bit/s, never negative. Prefixes are decimal: 1 Mbit/s is 10^6 bit/s, 1 MB/s is 10^6 byte/s.
 *
 * @param bitsPerSecond the bandwidth in bit/s, finite and at least 0
 */
public record Bandwidth(double bitsPerSecond) implements Comparable<Bandwidth> {

    private static final Pattern TEXT = Pattern.compile("(?i)([0-9]+(?:\\.[0-9]+)?)\\s*([kMGT]?)bit(?:/s|ps)?");

    public Bandwidth {
        if (!Double.isFinite(bitsPerSecond) || bitsPerSecond < 0) {
            throw new IllegalArgumentException("a bandwidth must be finite and non-negative, not " + bitsPerSecond);
        }
    }

    public static Bandwidth ofMegabits(double megabitsPerSecond) {
        return new Bandwidth(megabitsPerSecond * 1e6);
    }

    /**
     * Mean bandwidth of a transfer.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public static Bandwidth of(DataSize size, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("a bandwidth requires a duration above 0, not " + time);
        }
        return new Bandwidth(size.bytes() * 8 / (time.toNanos() / 1e9));
    }

    /**
     * Parses a bandwidth such as {@code 625Mbit}, {@code 5 Gbit/s} or {@code 800kbit}; the unit is required.
     *
     * @throws IllegalArgumentException if the text is not a bandwidth
     */
    public static Bandwidth parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a bandwidth such as 625Mbit or 5Gbit");
        }
        BigDecimal factor = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> BigDecimal.TEN.pow(3);
            case "m" -> BigDecimal.TEN.pow(6);
            case "g" -> BigDecimal.TEN.pow(9);
            case "t" -> BigDecimal.TEN.pow(12);
            default -> BigDecimal.ONE;
        };
        return new Bandwidth(new BigDecimal(matcher.group(1)).multiply(factor).doubleValue());
    }

    public double megabitsPerSecond() {
        return bitsPerSecond / 1e6;
    }

    public double bytesPerSecond() {
        return bitsPerSecond / 8;
    }

    /** The shortest exact text that {@link #parse} accepts, for example {@code 625Mbit}. */
    public String toSetting() {
        String[] units = {"Gbit", "Mbit", "kbit"};
        double[] sizes = {1e9, 1e6, 1e3};
        for (int i = 0; i < units.length; i++) {
            if (bitsPerSecond >= sizes[i]) {
                return plain(bitsPerSecond / sizes[i]) + units[i];
            }
        }
        return plain(bitsPerSecond) + "bit";
    }

    @Override
    public int compareTo(Bandwidth other) {
        return Double.compare(bitsPerSecond, other.bitsPerSecond);
    }

    /** Rounded for display, in the root locale: {@code 62.5 Mbit/s}, {@code 1.00 Gbit/s}. */
    @Override
    public String toString() {
        if (bitsPerSecond >= 999.5e6) {
            return String.format(
                    Locale.ROOT, bitsPerSecond >= 99.95e9 ? "%.0f Gbit/s" : "%.2f Gbit/s", bitsPerSecond / 1e9);
        }
        if (bitsPerSecond >= 1e6 || bitsPerSecond == 0) {
            return String.format(
                    Locale.ROOT, bitsPerSecond >= 99.95e6 ? "%.0f Mbit/s" : "%.1f Mbit/s", bitsPerSecond / 1e6);
        }
        return String.format(Locale.ROOT, "%.1f kbit/s", bitsPerSecond / 1e3);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
