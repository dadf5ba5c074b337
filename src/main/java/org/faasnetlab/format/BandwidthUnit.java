package org.faasnetlab.format;

import java.util.Locale;
import org.faasnetlab.measure.Bandwidth;

/** The units in which bandwidth is shown. All prefixes are decimal: 1 MB/s is 10^6 byte/s, 8 Mbit/s. */
public enum BandwidthUnit {
    MEGABIT("Mbit/s", 1e6),
    GIGABIT("Gbit/s", 1e9),
    MEGABYTE("MB/s", 8e6);

    private final String symbol;
    private final double bitsPerSecond;

    BandwidthUnit(String symbol, double bitsPerSecond) {
        this.symbol = symbol;
        this.bitsPerSecond = bitsPerSecond;
    }

    public String symbol() {
        return symbol;
    }

    /** A bandwidth in bit/s as a number of this unit. */
    public double of(double bits) {
        return bits / bitsPerSecond;
    }

    /** This unit in bit/s. */
    public double bitsPerSecond() {
        return bitsPerSecond;
    }

    /** The number without its unit, rounded to three digits or to a whole number: {@code 1,249}, {@code 62.5}. */
    public String number(Bandwidth bandwidth) {
        double value = of(bandwidth.bitsPerSecond());
        if (value == 0) {
            return "0";
        }
        String format = value >= 99.95 ? "%,.0f" : value >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** The number with its unit: {@code 62.5 Mbit/s}. */
    public String text(Bandwidth bandwidth) {
        return number(bandwidth) + " " + symbol;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
