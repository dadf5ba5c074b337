package org.faasnetlab.workload;

import java.util.Locale;
import java.util.Map;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.jspecify.annotations.Nullable;

/**
 * The link that a simulated network gives to one function: as fast as the computer, a fixed rate, or a token bucket
 * with a burst like that of AWS Lambda. Each direction has its own bucket.
 *
 * @param rate rate after the burst, or null for no limit
 * @param burst size of the bucket: amount that may be sent above the rate before it is empty; 0 bytes for no burst
 * @param peak rate during the burst, or null for no limit
 */
public record LinkProfile(
        @Nullable Bandwidth rate, DataSize burst, @Nullable Bandwidth peak) {

    /** More than any link has, 1,000 Tbit/s. */
    static final Bandwidth MAX_RATE = new Bandwidth(1e15);

    public static final LinkProfile UNLIMITED = new LinkProfile(null, new DataSize(0), null);

    /**
     * Burst of 300 MiB at 5 Gbit/s, then 625 Mbit/s: the shape of AWS Lambda's link since 2024 in round numbers, at a rate
     * that most computers can simulate.
     */
    public static final LinkProfile LAMBDA =
            new LinkProfile(Bandwidth.ofMegabits(625), DataSize.ofMebibytes(300), Bandwidth.ofMegabits(5000));

    /** As measured on 28 March 2024: a bucket of 281 to 286 MB at 6 to 10 Gbit/s (raw data of Skyrise, us-east-1). */
    public static final LinkProfile LAMBDA_2024 =
            new LinkProfile(Bandwidth.ofMegabits(625), DataSize.ofMebibytes(270), Bandwidth.ofMegabits(8000));

    /**
     * As measured on 23 March 2025: a download moved 305 MB in the first 0.16 s (raw data of Skyrise), of which the link
     * refilled 12.5 MB meanwhile.
     */
    public static final LinkProfile LAMBDA_2025 =
            new LinkProfile(Bandwidth.ofMegabits(625), new DataSize(292_500_000), Bandwidth.ofMegabits(15_250));

    private static final Map<String, LinkProfile> NAMED =
            Map.of("unlimited", UNLIMITED, "lambda", LAMBDA, "lambda-2024", LAMBDA_2024, "lambda-2025", LAMBDA_2025);

    /**
     * Parses a setting: {@code unlimited}, {@code lambda}, {@code lambda-2024}, {@code lambda-2025}, a rate such as {@code 625Mbit}, or a rate, a burst and a
     * peak such as {@code 625Mbit+300MiB@5Gbit}.
     *
     * @throws IllegalArgumentException if the text is none of these, or the rate is 0, or the peak is not above the rate
     */
    public static LinkProfile parse(String text) {
        String setting = text.trim();
        LinkProfile named = NAMED.get(setting.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        int plus = setting.indexOf('+');
        int at = setting.indexOf('@');
        try {
            if (plus < 0) {
                return new LinkProfile(requireValid(Bandwidth.parse(setting)), new DataSize(0), null);
            }
            String burst = setting.substring(plus + 1, at < 0 ? setting.length() : at);
            Bandwidth peak = at < 0 ? null : requireValid(Bandwidth.parse(setting.substring(at + 1)));
            Bandwidth rate = requireValid(Bandwidth.parse(setting.substring(0, plus)));
            if (peak != null && peak.compareTo(rate) <= 0) {
                throw new IllegalArgumentException("the peak must be above the rate");
            }
            return new LinkProfile(rate, DataSize.parse(burst), peak);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new InvalidValueException(
                    Phrase.of(
                            "expected a link such as unlimited, lambda, lambda-2025, 625Mbit, or 625Mbit+300MiB@5Gbit"),
                    e);
        }
    }

    private static Bandwidth requireValid(Bandwidth bandwidth) {
        if (bandwidth.bitsPerSecond() <= 0 || bandwidth.compareTo(MAX_RATE) > 0) {
            throw new IllegalArgumentException(
                    "the rate of a link must be above 0 and at most " + MAX_RATE.toSetting());
        }
        return bandwidth;
    }

    public boolean isUnlimited() {
        return rate == null;
    }

    /** The text that {@link #parse} accepts. */
    public String toSetting() {
        for (Map.Entry<String, LinkProfile> named : NAMED.entrySet()) {
            if (equals(named.getValue())) {
                return named.getKey();
            }
        }
        if (rate == null) {
            return "unlimited";
        }
        if (burst.bytes() == 0) {
            return rate.toSetting();
        }
        return rate.toSetting() + "+" + burst.bytes() + "B" + (peak == null ? "" : "@" + peak.toSetting());
    }
}
