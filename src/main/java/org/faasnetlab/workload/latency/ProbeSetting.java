package org.faasnetlab.workload.latency;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.workload.InvalidValueException;
import org.faasnetlab.workload.QuantityFormat;
import org.faasnetlab.workload.SettingDescription;
import org.jspecify.annotations.Nullable;

/** The setting {@code probe}: the time between two latency probes beside a transfer, or off. */
public final class ProbeSetting {
    /** Its name on the command line, in plan files, and among the details of a stored workload. */
    public static final String KEY = "probe";

    /** How long probes measure the network without load, before the transfer and after it. */
    public static final Duration IDLE = Duration.ofSeconds(2);

    /** From the end of the transfer until the function has finished: idle probes, and the answers to the last ones. */
    public static final Duration AFTER = IDLE.plusMillis(1500);

    private static final String OFF = "off";
    private static final Pattern MILLIS = Pattern.compile("(\\d{1,6}) *(ms)?");

    private ProbeSetting() {}

    public static SettingDescription description() {
        return SettingDescription.value(
                KEY,
                KEY,
                "Latency probes",
                "interval of UDP latency probes beside the transfer, 5ms to 1000ms, or off",
                QuantityFormat.TEXT,
                OFF,
                "5ms",
                "20ms",
                "100ms");
    }

    /**
     * The interval in milliseconds; null if there are no probes.
     *
     * @throws IllegalArgumentException if it is neither off nor an interval in range
     */
    public static @Nullable Integer parse(String text) {
        String given = text.trim().toLowerCase(Locale.ROOT);
        return given.equals(OFF) ? null : (Integer) millis(given);
    }

    /**
     * The interval in milliseconds.
     *
     * @throws IllegalArgumentException if it is not an interval in range
     */
    static int millis(String text) {
        Matcher matcher = MILLIS.matcher(text.trim());
        int millis = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (millis < ProbeTarget.MIN_INTERVAL_MS || millis > ProbeTarget.MAX_INTERVAL_MS) {
            throw new InvalidValueException(Phrase.of("expected 5ms to 1000ms, or off"));
        }
        return millis;
    }

    public static String format(@Nullable Integer millis) {
        return millis == null ? OFF : millis + "ms";
    }
}
