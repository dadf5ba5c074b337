package org.faasnetlab.analysis.burst;

import java.util.Locale;
import org.faasnetlab.analysis.summary.BandwidthRange;

/** Describes the course of a transfer in a sentence. */
public final class BurstFormatter {
    /**
     * A fall below this factor is small: buckets of cloud providers allow several times the baseline, but changes of a
     * link are smaller.
     */
    private static final double SMALL_FALL = 3;

    private BurstFormatter() {}

    public static String sentence(BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return String.format(
                    Locale.ROOT,
                    "A burst of %s (\u00b1 %s) at %s%s for %.2f s%s, then %s%s.",
                    fitted.burst(),
                    fitted.burstUncertainty(),
                    fitted.burstRate(),
                    fitted.kneeResolved() ? "" : " or more",
                    fitted.timeToBaseline().toMillis() / 1e3,
                    fitted.kneeResolved() ? "" : " or less",
                    baseline(fitted.baseline()),
                    isSmall(fitted) ? "; a link that slowed down at that time would look the same" : "");
        }
        if (fit instanceof BurstFit.NoBurst none) {
            return "No burst, only " + baseline(none.baseline()) + ".";
        }
        String reason = ((BurstFit.TooShort) fit).reason();
        return "Too short to estimate burst and baseline: " + decapitalised(reason);
    }

    private static boolean isSmall(BurstFit.Fitted fitted) {
        return fitted.kneeResolved()
                && fitted.burstRate().bitsPerSecond()
                        < SMALL_FALL * fitted.baseline().rate().bitsPerSecond();
    }

    private static String baseline(Baseline baseline) {
        return "a baseline of " + baseline.rate() + " (95 % CI " + new BandwidthRange(baseline.low(), baseline.high())
                + ")";
    }

    public static String decapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
