package org.faasnetlab.export.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.format.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of intervals by name, and the numbers of its rows within bounds far wider than anything that can
 * be measured. Times are in microseconds in the short form and in seconds in the form that this program exports.
 */
final class CsvColumns {
    /** Integers up to here are exact in a double. */
    static final long MAX_COUNT = 1L << 53;

    private static final long DAY = TimeUnit.DAYS.toMicros(1);
    private static final int MAX_TEXT = 40;
    private static final double MICROS_PER_SECOND = 1e6;

    private final Map<String, Integer> byName = new HashMap<>();
    private final CsvLines lines;
    private final int width;
    private final String offsetName;
    private final String durationName;
    private final String functionName;

    /** @throws BadFileException if a column is missing or exists twice */
    CsvColumns(List<String> header, CsvLines lines) throws BadFileException {
        this.lines = lines;
        width = header.size();
        for (String name : header) {
            if (byName.put(name.toLowerCase(Locale.ROOT), byName.size()) != null) {
                throw new BadFileException(lines.place(), "column " + shown(name) + " exists twice");
            }
        }
        offsetName = either("offsetMicros", "offset_us", "start_s");
        durationName = either("durationMicros", "duration_us", "duration_s");
        either("bytes");
        functionName = has("function") ? "function" : "worker";
    }

    private String either(String... names) throws BadFileException {
        List<String> present = new ArrayList<>(List.of(names));
        present.removeIf(name -> !has(name));
        if (present.isEmpty()) {
            throw new BadFileException(
                    lines.place(),
                    "no column " + String.join(" or ", names)
                            + "; a table of intervals starts with a line such as offsetMicros,durationMicros,bytes");
        }
        return present.get(0);
    }

    boolean has(String name) {
        return byName.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The column with the names of functions, which archives call {@code worker}; rows may have neither. */
    String functionName() {
        return functionName;
    }

    void checkWidth(List<String> row) throws BadFileException {
        if (row.size() != width) {
            throw new BadFileException(
                    lines.place(), row.size() + " values instead of " + width + ", the number of columns");
        }
    }

    /** Microseconds after T0. */
    long offset(List<String> row) throws BadFileException {
        return time(row, offsetName, -DAY);
    }

    /** Microseconds. */
    long duration(List<String> row) throws BadFileException {
        return time(row, durationName, 1);
    }

    private long time(List<String> row, String column, long min) throws BadFileException {
        String text = text(row, column);
        double factor = column.endsWith("_s") ? MICROS_PER_SECOND : 1;
        long micros = Math.round(number(column, text) * factor);
        if (micros < min || micros > DAY) {
            throw invalid(
                    column,
                    text,
                    min > 0
                            ? "expected more than 0 and at most a day"
                            : "expected a time within a day from the start of the measurement");
        }
        return micros;
    }

    /** A whole number, or null if there is no such column or value. */
    @Nullable
    Long wholeOrNull(List<String> row, String column, long min, long max) throws BadFileException {
        String text = has(column) ? text(row, column) : "";
        return text.isEmpty() ? null : (Long) whole(row, column, min, max);
    }

    long whole(List<String> row, String column, long min, long max) throws BadFileException {
        String text = text(row, column);
        double value = number(column, text);
        if (value != Math.rint(value) || value < min || value > max) {
            throw invalid(column, text, "expected a whole number from " + min + " to " + max);
        }
        return (long) value;
    }

    /** A text of at most 200 characters, or empty if there is no such column. */
    String text(List<String> row, String column) {
        Integer index = byName.get(column.toLowerCase(Locale.ROOT));
        return index == null ? "" : row.get(index);
    }

    private double number(String column, String text) throws BadFileException {
        try {
            double value = text.length() > MAX_TEXT ? Double.NaN : Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid(column, text, "expected a number with a decimal point", e);
        }
        throw invalid(column, text, "expected a finite number");
    }

    BadFileException invalid(String column, String text, String expected) {
        return invalid(column, text, expected, null);
    }

    private BadFileException invalid(String column, String text, String expected, @Nullable Throwable cause) {
        BadFileException invalid = new BadFileException(
                lines.place() + ", column " + column, "invalid value " + shown(text) + ": " + expected);
        if (cause != null) {
            invalid.initCause(cause);
        }
        return invalid;
    }

    private static String shown(String text) {
        return "\"" + PrintableText.line(text, MAX_TEXT) + "\"";
    }
}
