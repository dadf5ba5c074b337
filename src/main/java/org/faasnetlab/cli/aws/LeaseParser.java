package org.faasnetlab.cli.aws;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.LabException;

/** Parses and formats durations of minutes and hours. */
public final class LeaseParser {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4}) ?(min|h)");

    private LeaseParser() {}

    /** @throws LabException if the text is not a duration such as {@code 90min} or {@code 2h} */
    static Duration parse(String option, String text, String range) throws LabException {
        Matcher time = TEXT.matcher(text);
        if (!time.matches()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Invalid value " + option + "=" + text + ": expected " + range + ".",
                    "For example, specify 90min or 2h.");
        }
        long number = Long.parseLong(time.group(1));
        return time.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }

    /** Hours and minutes, for example {@code 1 h 05 min}. */
    public static String format(Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        return minutes < 60 ? minutes + " min" : String.format("%d h %02d min", minutes / 60, minutes % 60);
    }
}
