package org.faasnetlab.analysis;

import java.util.Locale;

/** Says in a sentence what a transfer's course shows. */
public final class BurstWords {
    private BurstWords() {}

    public static String sentence(BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return String.format(
                    Locale.ROOT,
                    "A burst of %s (\u00b1 %s) at %s%s for %.2f s%s, then %s.",
                    fitted.burst(),
                    fitted.burstUncertainty(),
                    fitted.burstRate(),
                    fitted.kneeResolved() ? "" : " or more",
                    fitted.timeToBaseline().toMillis() / 1e3,
                    fitted.kneeResolved() ? "" : " or less",
                    baseline(fitted.baseline()));
        }
        if (fit instanceof BurstFit.NoBurst none) {
            return "No burst seen: " + baseline(none.baseline()) + " all the time.";
        }
        String reason = ((BurstFit.TooShort) fit).reason();
        return "Too short to tell burst and baseline: " + decapitalised(reason);
    }

    private static String baseline(Baseline baseline) {
        return "a baseline of " + baseline.rate() + " (95 % interval "
                + new BandwidthRange(baseline.low(), baseline.high()) + ")";
    }

    static String decapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
