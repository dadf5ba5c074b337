package org.faasnetlab.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.MetricValues;

/**
 * One quantity that a workload reports for every interval or for every function. Code that stores, aggregates, charts
 * or exports quantities uses this description and does not depend on specific metrics.
 *
 * @param id name in records of functions and in the store, see {@link MetricValues#isName}; for microseconds it ends with
 *     {@code _us}
 * @param label display name in sentence case
 * @param unit of the values in records and in the store
 * @param overFunctions how values of several functions at the same time are combined
 * @param overTime how values of several intervals of a function are combined
 * @param better which values are better
 */
public record Metric(
        String id, String label, Unit unit, Aggregation overFunctions, Aggregation overTime, Better better) {
    private static final double MEGABYTE = 1e6;

    public Metric {
        if (!MetricValues.isName(id)) {
            throw new IllegalArgumentException("'" + id + "' is not the name of a metric");
        }
        if (unit == Unit.MICROSECONDS && !id.endsWith("_us")) {
            throw new IllegalArgumentException("the name of a metric in microseconds ends with _us, not " + id);
        }
    }

    /** The ids of the metrics. */
    public static Set<String> ids(Collection<Metric> metrics) {
        return metrics.stream().map(Metric::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Which of two values is better. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Neither is better, for example a segment size. */
        NEITHER
    }

    /** How several values are combined into one. */
    public enum Aggregation {
        SUM,
        MEAN,
        MEDIAN,
        /** The 95th percentile. */
        P95,
        /** Number of values. */
        COUNT
    }

    /** The unit of a value, and its format for display and export. */
    public enum Unit {
        BITS_PER_SECOND("bit/s", 1),
        BYTES("bytes", 1),
        COUNT("", 1),
        /** Shown and exported in milliseconds. */
        MICROSECONDS("ms", 1e-3),
        /** A ratio from 0 to 1; shown as a percentage. */
        RATIO("%", 100);

        private final String symbol;
        private final double shownPerUnit;

        Unit(String symbol, double shownPerUnit) {
            this.symbol = symbol;
            this.shownPerUnit = shownPerUnit;
        }

        /** The symbol after a displayed value; empty for counts. */
        public String symbol() {
            return symbol;
        }

        /** A value in the unit of {@link #symbol}. */
        public double shown(double value) {
            return value * shownPerUnit;
        }

        /** A value for exports: exact, milliseconds for microseconds, ratios to four decimals. */
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

    /** A value for exports, in the unit of {@link #column}. */
    public BigDecimal exported(double value) {
        return unit.exported(value);
    }

    /** The label as a part of a phrase. */
    public Phrase phrase() {
        return Phrase.named("metric." + id, label);
    }

    /** The label inside a sentence: in lower case unless it begins with an abbreviation. */
    public Phrase inSentence() {
        return phrase().decapitalised();
    }

    /** A value with its unit, for example {@code 3.1 ms}; from a million bytes on {@code 283 MB}. */
    public String text(double value) {
        return switch (unit) {
            case BITS_PER_SECOND -> (value < 0 ? "\u2212" : "") + new Bandwidth(Math.abs(value));
            case BYTES -> {
                double size = Math.abs(value);
                String text = size >= MEGABYTE
                        ? new DataSize(Math.round(size)).toString()
                        : String.format(Locale.ROOT, size == Math.rint(size) ? "%,.0f" : "%,.1f", size) + " "
                                + unit.symbol();
                yield (value < 0 ? "\u2212" : "") + text;
            }
            case COUNT, MICROSECONDS, RATIO -> {
                double shown = unit.shown(value);
                boolean whole = shown == Math.rint(shown) && unit != Unit.MICROSECONDS;
                String number = String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", shown)
                        .replace('-', '\u2212');
                yield unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
            }
        };
    }

    /** Label with the displayed unit, for an axis or a column header: {@code CPU time, ms}. */
    public String heading() {
        return headingPhrase().toString();
    }

    /** The heading as a phrase. */
    public Phrase headingPhrase() {
        String symbol = unit.symbol();
        return symbol.isEmpty() ? phrase() : Phrase.of("{0}, {1}", phrase(), symbol);
    }
}
