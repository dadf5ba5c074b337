package org.faasnetlab.workload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What happens to every packet of a kernel network, in each direction, besides waiting in queues. Linux calls it network
 * emulation (netem).
 *
 * @param delayMillis added to each packet, 0 to {@value #MAX_DELAY_MILLIS}; a round trip takes twice as much longer
 * @param lossPercent share of the packets that are dropped at random, 0 to {@value #MAX_LOSS_PERCENT}
 */
public record PathImpairment(int delayMillis, double lossPercent) {
    public static final int MAX_DELAY_MILLIS = 1000;
    public static final double MAX_LOSS_PERCENT = 50;

    /** Nothing happens to a packet. */
    public static final PathImpairment NONE = new PathImpairment(0, 0);

    private static final Pattern DELAY = Pattern.compile("(\\d{1,5})\\s*ms");
    private static final Phrase EXPECTED_DELAY =
            Phrase.of("expected a delay of 0ms to {0}ms, such as 20ms", MAX_DELAY_MILLIS);
    private static final Phrase EXPECTED_LOSS = Phrase.of("expected a loss of 0% to 50%, such as 0.1%");

    public PathImpairment {
        if (delayMillis < 0 || delayMillis > MAX_DELAY_MILLIS) {
            throw new InvalidValueException(EXPECTED_DELAY);
        }
        if (!(lossPercent >= 0 && lossPercent <= MAX_LOSS_PERCENT)) {
            throw new InvalidValueException(EXPECTED_LOSS);
        }
    }

    /** The same with a delay such as {@code 20ms}.
     *
     * @throws IllegalArgumentException if the text is none, or out of range
     */
    public PathImpairment withDelay(String text) {
        Matcher matcher = DELAY.matcher(text.trim());
        if (!matcher.matches()) {
            throw new InvalidValueException(EXPECTED_DELAY);
        }
        return new PathImpairment(Integer.parseInt(matcher.group(1)), lossPercent);
    }

    /** The same with a loss such as {@code 0.1%}.
     *
     * @throws IllegalArgumentException if the text is none, or out of range
     */
    public PathImpairment withLoss(String text) {
        Double percent = loss(text);
        if (percent == null) {
            throw new InvalidValueException(EXPECTED_LOSS);
        }
        return new PathImpairment(delayMillis, percent);
    }

    private static @Nullable Double loss(String text) {
        try {
            return SettingValues.parsePercent(text, 0, MAX_LOSS_PERCENT);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(EXPECTED_LOSS, e);
        }
    }

    /** The text that {@link #withDelay} accepts. */
    public String delaySetting() {
        return delayMillis + "ms";
    }

    /** The text that {@link #withLoss} accepts. */
    public String lossSetting() {
        return SettingValues.percent(lossPercent);
    }
}
