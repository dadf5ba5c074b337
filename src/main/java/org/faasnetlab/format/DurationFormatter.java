package org.faasnetlab.format;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time for reading. */
public final class DurationFormatter {
    private DurationFormatter() {}

    /** Rounded to what matters: {@code 4 s}, {@code 2 min 10 s}, {@code 1 h 5 min}. */
    public static String format(Duration time) {
        long seconds = Math.round(time.toMillis() / 1e3);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %d min", seconds / 3600, seconds % 3600 / 60);
    }
}
