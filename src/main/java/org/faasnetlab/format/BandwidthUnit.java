package org.faasnetlab.format;

import java.util.Locale;
import org.faasnetlab.measure.Bandwidth;

/** The units in which bandwidth is shown. All prefixes are decimal: 1 MB/s is 10^6 byte/s, 8 Mbit/s. */
public enum BandwidthUnit {
    /** Mbit/s or Gbit/s, by the size of the numbers. */
    AUTOMATIC("Mbit/s or Gbit/s", 1),
    MEGABIT("Mbit/s", 1e6),
    GIGABIT("Gbit/s", 1e9),
    MEGABYTE("MB/s", 8e6);

    /** Lower numbers are shown in Mbit/s; 999.5 Mbit/s is rounded to 1.00 Gbit/s. */
    private static final double MIN_GIGABIT = 999.5e6;

    private final String symbol;
    private final double bitsPerSecond;

    BandwidthUnit(String symbol, double bitsPerSecond) {
        this.symbol = symbol;
        this.bitsPerSecond = bitsPerSecond;
    }

    public String symbol() {
        return symbol;
    }

    /** The unit for numbers of which this is the highest, so that all of them have the same. */
    public BandwidthUnit forHighest(double bits) {
        if (this != AUTOMATIC) {
            return this;
        }
        return bits >= MIN_GIGABIT ? GIGABIT : MEGABIT;
    }

    /** A bandwidth in bit/s as a number of this unit, which is not {@link #AUTOMATIC}. */
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
        String format = value >= 99.95 ? "%,.0f" : value >= 9.995 ? "%.1f" : value >= 0.9995 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    /** The number with its unit: {@code 62.5 Mbit/s}. */
    public String text(Bandwidth bandwidth) {
        BandwidthUnit unit = forHighest(bandwidth.bitsPerSecond());
        return unit.number(bandwidth) + " " + unit.symbol;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
