package org.faasnetlab.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Parses and formats the values of settings. Parsing throws an {@link IllegalArgumentException} with the reason if a
 * value is invalid.
 */
public final class SettingValues {
    private static final long MIB = 1L << 20;
    private static final long MB = 1_000_000L;
    private static final DataSize MIN_OBJECT = DataSize.parse("1MB");
    private static final DataSize SMALLEST_PART = DataSize.parse("5MiB");
    private static final DataSize MAX_OBJECT = DataSize.parse("5120MiB");

    private SettingValues() {}

    public static int integer(String text, int from, int to) {
        int number;
        try {
            number = Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new InvalidValueException(Phrase.of("expected a whole number from {0} to {1}", from, to), e);
        }
        if (number < from || number > to) {
            throw new InvalidValueException(Phrase.of("expected {0} to {1}", from, to));
        }
        return number;
    }

    public static List<Integer> integers(String text, int from, int to) {
        return list(text, item -> integer(item, from, to));
    }

    public static <T> List<T> list(String text, Function<String, T> item) {
        Set<T> values = new LinkedHashSet<>();
        String[] parts = text.split(",", -1);
        for (String part : parts) {
            if (!values.add(parts.length == 1 ? item.apply(part.trim()) : itemOfList(part.trim(), item))) {
                throw new InvalidValueException(Phrase.of("duplicate value {0}", part.trim()));
            }
        }
        return new ArrayList<>(values);
    }

    /** For a list of values, the message names the invalid one. */
    private static <T> T itemOfList(String part, Function<String, T> item) {
        try {
            return item.apply(part);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidValueException(
                    Phrase.of("{0}, not \"{1}\"", InvalidValueException.reason(invalid), part), invalid);
        }
    }

    public static String join(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Formats a size; a whole number of MiB has no unit. */
    public static String size(DataSize size) {
        if (size.bytes() % MIB == 0) {
            return String.valueOf(size.bytes() / MIB);
        }
        return size.bytes() % MB == 0 ? size.bytes() / MB + "MB" : size.bytes() + "B";
    }

    public static DataSize objectSize(String text) {
        return size(text, MIN_OBJECT);
    }

    public static DataSize partSize(String text) {
        return size(text, SMALLEST_PART);
    }

    /** Parses a number of MiB, or a size with a unit, without a range check. */
    public static DataSize parseSize(String text) {
        String given = text.trim();
        return given.matches("[0-9]+") ? DataSize.ofMebibytes(Long.parseLong(given)) : sizeWithUnit(given);
    }

    private static DataSize sizeWithUnit(String text) {
        try {
            return DataSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(Phrase.of("expected a size such as 300MiB or 10MB"), e);
        }
    }

    public static Bandwidth bandwidth(String text) {
        try {
            return Bandwidth.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(Phrase.of("expected a bandwidth such as 625Mbit or 5Gbit"), e);
        }
    }

    public static Direction direction(String text) {
        try {
            return Direction.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(Phrase.of("expected download, upload, or both"), e);
        }
    }

    /** Parses a number of MiB, or a size with a unit. */
    private static DataSize size(String text, DataSize from) {
        String given = text.trim();
        if (given.matches("-?[0-9]+")) {
            return DataSize.ofMebibytes(
                    integer(given, (int) Math.max(1, from.bytes() / MIB), (int) (MAX_OBJECT.bytes() / MIB)));
        }
        DataSize size = sizeWithUnit(given);
        if (size.compareTo(from) < 0 || size.compareTo(MAX_OBJECT) > 0) {
            throw new InvalidValueException(Phrase.of("expected {0} to {1}", from, MAX_OBJECT));
        }
        return size;
    }

    public static String percent(@Nullable Double percent) {
        return percent == null
                ? "off"
                : BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "%";
    }

    public static @Nullable Double parsePercent(String text, double from, double to) {
        String number = text.trim();
        if (number.equals("off")) {
            return null;
        }
        if (!number.matches("[0-9]+(\\.[0-9]+)?\\s*%")) {
            throw new InvalidValueException(Phrase.of("expected a percentage such as 5%, or off"));
        }
        double percent = Double.parseDouble(number.substring(0, number.length() - 1));
        if (percent < from || percent > to) {
            throw new InvalidValueException(Phrase.of("expected {0} to {1}", percent(from), percent(to)));
        }
        return percent;
    }
}
