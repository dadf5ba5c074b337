package org.faasnetlab.function.iperf3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Version of an iperf3 program.
 *
 * @param text as printed by the program, for example {@code 3.17.1}
 */
public record Iperf3ClientVersion(int major, int minor, String text) {
    private static final Pattern FIRST_LINE = Pattern.compile("iperf (([0-9]{1,4})\\.([0-9]{1,4})\\S*).*");

    /** Reads the first line of {@code iperf3 --version}; null if it is not one. */
    static @Nullable Iperf3ClientVersion parse(String line) {
        Matcher matcher = FIRST_LINE.matcher(line.trim());
        return matcher.matches()
                ? new Iperf3ClientVersion(
                        Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)), matcher.group(1))
                : null;
    }

    boolean atLeast(int wantedMajor, int wantedMinor) {
        return major != wantedMajor ? major > wantedMajor : minor >= wantedMinor;
    }
}
