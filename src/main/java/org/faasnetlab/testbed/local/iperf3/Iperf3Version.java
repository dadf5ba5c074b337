package org.faasnetlab.testbed.local.iperf3;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Version of an iperf3 program, for example 3.12. */
public record Iperf3Version(int major, int minor, int patch) implements Comparable<Iperf3Version> {

    /**
     * The oldest supported version: the first that flushes intervals shorter than a second to a pipe immediately
     * ({@code --forceflush}).
     */
    public static final Iperf3Version OLDEST = new Iperf3Version(3, 7, 0);

    private static final Pattern FIRST_LINE =
            Pattern.compile("(?m)^iperf ([0-9]{1,6})\\.([0-9]{1,6})(?:\\.([0-9]{1,6}))?");
    private static final Comparator<Iperf3Version> ORDER = Comparator.comparingInt(Iperf3Version::major)
            .thenComparingInt(Iperf3Version::minor)
            .thenComparingInt(Iperf3Version::patch);

    /** Parses the output of {@code iperf3 --version}; empty if the program is not iperf3. */
    static Optional<Iperf3Version> read(String printed) {
        Matcher matcher = FIRST_LINE.matcher(printed);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String patch = matcher.group(3);
        return Optional.of(new Iperf3Version(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch)));
    }

    @Override
    public int compareTo(Iperf3Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
