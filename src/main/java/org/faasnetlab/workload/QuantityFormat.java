package org.faasnetlab.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of a value in a plan file. Quantities include their unit to avoid confusion; settings on the command line
 * have the unit in their name instead.
 */
public enum QuantityFormat {
    /** A text that is the same in both. */
    TEXT(".+", "") {
        @Override
        public String toSetting(String text) {
            if (IN_BYTES.matcher(text).lookingAt()) {
                throw new IllegalArgumentException(
                        "expected a link in kbit, Mbit, or Gbit per second, not in bytes (1 byte is 8 bit)");
            }
            return text;
        }

        @Override
        public String toFile(String setting) {
            return setting;
        }
    },
    /** The length of a queue, which is the same in both. */
    QUEUE("[0-9]+([.][0-9]+)? *(ms|packets|B|kB|MB|GB|KiB|MiB|GiB)|fq_codel", "") {
        @Override
        public String toSetting(String text) {
            return text;
        }

        @Override
        public String toFile(String setting) {
            return setting;
        }
    },
    COUNT("[0-9]+", "") {
        @Override
        public String toSetting(String text) {
            if (!text.matches("-?[0-9]+")) {
                throw new IllegalArgumentException("expected a whole number");
            }
            return text;
        }

        @Override
        public String toFile(String setting) {
            return setting;
        }
    },
    MEMORY("[0-9]+ *MB", "128 MB") {
        @Override
        public String toSetting(String text) {
            Matcher parts = split(text, List.of("MB"), "expected a memory size in MB, such as 128 MB");
            return whole(new BigDecimal(parts.group(1)), "MB");
        }

        @Override
        public String toFile(String setting) {
            return setting + " MB";
        }
    },
    SIZE("[0-9]+([.][0-9]+)? *(B|kB|MB|GB|KiB|MiB|GiB)", "256 MiB") {
        @Override
        public String toSetting(String text) {
            split(
                    text,
                    List.of("B", "kB", "MB", "GB", "KiB", "MiB", "GiB"),
                    "expected a size in kB, MB, GB (powers of 1000) or KiB, MiB, GiB (powers of 1024)");
            return text.replace(" ", "");
        }

        @Override
        public String toFile(String setting) {
            return setting.matches("[0-9]+") ? setting + " MiB" : spaced(setting);
        }
    },
    SECONDS("[0-9]+([.][0-9]+)? *(ms|s|min|h)", "10 s") {
        @Override
        public String toSetting(String text) {
            return whole(millis(text).movePointLeft(3), "seconds");
        }

        @Override
        public String toFile(String setting) {
            return setting + " s";
        }
    },
    MILLISECONDS("[0-9]+([.][0-9]+)? *(ms|s|min|h)", "100 ms") {
        @Override
        public String toSetting(String text) {
            return whole(millis(text), "milliseconds");
        }

        @Override
        public String toFile(String setting) {
            return setting + " ms";
        }
    },
    PERCENT("off|[0-9]+([.][0-9]+)? *%", "5 %") {
        @Override
        public String toSetting(String text) {
            return text.replace(" ", "");
        }

        @Override
        public String toFile(String setting) {
            return setting.equals("off") ? setting : spaced(setting);
        }
    };

    private static final Pattern IN_BYTES = Pattern.compile("(?i)[0-9.]+ *[kmgt]?i?b(/s|ps)?([+].*)?$");
    private static final Pattern PARTS = Pattern.compile("(-?[0-9]+(?:[.][0-9]+)?)\\s*(\\S*)");
    private static final Map<String, BigDecimal> MILLIS = Map.of(
            "ms", BigDecimal.ONE,
            "s", BigDecimal.valueOf(1000),
            "min", BigDecimal.valueOf(60_000),
            "h", BigDecimal.valueOf(3_600_000));

    private final String pattern;
    private final String example;

    QuantityFormat(String pattern, String example) {
        this.pattern = pattern;
        this.example = example;
    }

    /** A regular expression that every valid value matches; a matching value may still be invalid. */
    public String pattern() {
        return pattern;
    }

    /** An example, or empty if the description of the setting has one. */
    public String example() {
        return example;
    }

    /**
     * Converts a value from a file to the format of the setting.
     *
     * @throws IllegalArgumentException if the unit is missing or wrong
     */
    public abstract String toSetting(String text);

    /** Converts the value of a setting to the format of a file. */
    public abstract String toFile(String setting);

    private static Matcher split(String text, List<String> units, String rule) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a number with a unit");
        }
        if (parts.group(2).isEmpty()) {
            throw new IllegalArgumentException("missing unit; " + rule);
        }
        if (!units.contains(parts.group(2))) {
            throw new IllegalArgumentException("unit \"" + parts.group(2) + "\" is not allowed; " + rule);
        }
        return parts;
    }

    private static BigDecimal millis(String text) {
        Matcher parts = split(text, List.of("ms", "s", "min", "h"), "expected a time in ms, s, min, or h");
        return new BigDecimal(parts.group(1)).multiply(MILLIS.get(parts.group(2)));
    }

    private static String whole(BigDecimal number, String unit) {
        try {
            return number.toBigIntegerExact().toString();
        } catch (ArithmeticException broken) {
            throw new IllegalArgumentException("expected a whole number of " + unit, broken);
        }
    }

    private static String spaced(String value) {
        return value.replaceFirst("(?<=[0-9])(?=[^0-9.])", " ");
    }
}
