package org.faasnetlab.workload;

/** The setting {@code seconds}: how long a workload measures. */
public final class DurationSetting {
    private static final int MAX_SECONDS = 900;

    private DurationSetting() {}

    public static SettingDescription description() {
        return SettingDescription.value(
                "seconds",
                "length",
                "Duration",
                "duration of an iperf3 test or a latency measurement in seconds, 1 to 900",
                QuantityFormat.SECONDS);
    }

    /**
     * Parses a length in seconds.
     *
     * @throws IllegalArgumentException if it is not a whole number from 1 to 900
     */
    public static int parse(String text) {
        return SettingValues.integer(text, 1, MAX_SECONDS);
    }
}
