package org.faasnetlab.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.measure.MetricValues;

/**
 * One quantity that a workload reports for every interval or for every function. Whatever stores, aggregates, charts or
 * exports a quantity reads here how that is done, and knows no metric by name.
 *
 * @param id name in records of functions and in the store, see {@link MetricValues#isName}; for microseconds it ends with
 *     {@code _us}
 * @param label for people, in sentence case
 * @param unit of the values in records and in the store
 * @param overFunctions what one value for several functions at the same time is
 * @param overTime what one value for several intervals of a function is
 * @param better which values are better
 */
public record Metric(
        String id, String label, Unit unit, Aggregation overFunctions, Aggregation overTime, Better better) {
    public Metric {
        if (!MetricValues.isName(id)) {
            throw new IllegalArgumentException("'" + id + "' is not the name of a metric");
        }
        if (unit == Unit.MICROSECONDS && !id.endsWith("_us")) {
            throw new IllegalArgumentException("the name of a metric in microseconds ends with _us, not " + id);
        }
    }

    /** The names of some metrics. */
    public static Set<String> ids(Collection<Metric> metrics) {
        return metrics.stream().map(Metric::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Which of two values is better. */
    public enum Better {
        HIGHER,
        LOWER,
        /** A value that describes and does not judge, for example a segment size. */
        NEITHER
    }

    /** How one value is made of several. */
    public enum Aggregation {
        SUM,
        MEAN,
        MEDIAN,
        /** The 95th percentile. */
        P95,
        /** Number of values, whatever they are. */
        COUNT
    }

    /** The unit of a value, and how people and files write it. */
    public enum Unit {
        BITS_PER_SECOND("bit/s", 1),
        BYTES("bytes", 1),
        COUNT("", 1),
        /** Shown and exported in milliseconds. */
        MICROSECONDS("ms", 1e-3),
        /** A share, 1 for all of it; shown in per cent. */
        RATIO("%", 100);

        private final String symbol;
        private final double shownPerUnit;

        Unit(String symbol, double shownPerUnit) {
            this.symbol = symbol;
            this.shownPerUnit = shownPerUnit;
        }

        /** The symbol after a shown value; empty for a number of things. */
        public String symbol() {
            return symbol;
        }

        /** A value in the unit of {@link #symbol}. */
        public double shown(double value) {
            return value * shownPerUnit;
        }

        /** A value as exports write it: exact, milliseconds for microseconds, ratios to four decimals. */
        BigDecimal exported(double value) {
            BigDecimal exact =
                    value == (long) value ? BigDecimal.valueOf((long) value) : new BigDecimal(Double.toString(value));
            return switch (this) {
                case MICROSECONDS -> {
                    BigDecimal millis = exact.movePointLeft(3);
                    yield millis.scale() < 3 ? millis.setScale(3, RoundingMode.UNNECESSARY) : millis;
                }
                case RATIO -> exact.setScale(4, RoundingMode.HALF_UP);
                case BITS_PER_SECOND, BYTES, COUNT -> exact;
            };
        }
    }

    /** The column or field name in exports, which ends with the exported unit: {@code cpu_ms} for {@code cpu_us}. */
    public String column() {
        return unit == Unit.MICROSECONDS ? id.substring(0, id.length() - 2) + "ms" : id;
    }

    /** The column name for values in the unit of {@link Unit#symbol}: the exported one, but for ratios. */
    public String shownColumn() {
        return unit == Unit.RATIO ? id + "_percent" : column();
    }

    /** A value as exports write it, in the unit of {@link #column}. */
    public BigDecimal exported(double value) {
        return unit.exported(value);
    }

    /** Label with the unit of what is shown, for an axis or the head of a column: {@code CPU time, ms}. */
    public String heading() {
        return unit.symbol().isEmpty() ? label : label + ", " + unit.symbol();
    }
}
