package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.measure.Bandwidth;

/** Describes the course of a transfer in a sentence. */
public final class BurstFormatter {
    /** Up to this factor of the buffers of TCP a hidden burst is not worth mentioning. */
    private static final double NOTABLE = 1.5;

    private BurstFormatter() {}

    public static String sentence(BurstFit fit) {
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public String on(BurstFit.Fitted fit) {
                return burst(fit) + ", then " + baseline(fit.baseline())
                        + (fit.bucketShaped() ? "." : "; a link that slowed down at that time would look the same.");
            }

            @Override
            public String on(BurstFit.TwoLevels fit) {
                return burst(fit.first()) + ", then " + fit.first().baseline().rate() + " until "
                        + seconds(fit.timeToBaseline()) + ", then " + baseline(fit.baseline())
                        + ": two limits, one after the other"
                        + (fit.first().bucketShaped()
                                ? "."
                                : "; a link that slowed down at these times would look the same.");
            }

            @Override
            public String on(BurstFit.NoBurst fit) {
                return fit.largestHidden().bytes() > NOTABLE * BurstFitter.BUFFERS
                        ? "No burst found, but one of up to " + fit.largestHidden() + " cannot be excluded; "
                                + baseline(fit.baseline()) + "."
                        : "No burst, only " + baseline(fit.baseline()) + ".";
            }

            @Override
            public String on(BurstFit.RateChanged fit) {
                return changed(fit);
            }

            @Override
            public String on(BurstFit.TooShort fit) {
                return "Too short to estimate burst and baseline: " + decapitalised(fit.reason());
            }
        });
    }

    private static String burst(BurstFit.Fitted fit) {
        return String.format(
                Locale.ROOT,
                "A burst of %s (\u00b1 %s) at %s%s for %s%s",
                fit.burst(),
                fit.burstUncertainty(),
                fit.burstRate(),
                fit.kneeResolved() ? "" : " or more",
                seconds(fit.timeToBaseline()),
                fit.kneeResolved() ? "" : " or less");
    }

    private static String changed(BurstFit.RateChanged fit) {
        List<BurstFit.Stretch> stretches = fit.stretches();
        BurstFit.Stretch first = stretches.get(0);
        BurstFit.Stretch last = stretches.get(stretches.size() - 1);
        return switch (fit.change()) {
            case STEPS ->
                "The rate changed: "
                        + IntStream.range(0, stretches.size())
                                .mapToObj(i -> stretches.get(i).rate()
                                        + (i == stretches.size() - 1
                                                ? ""
                                                : " until "
                                                        + seconds(
                                                                stretches.get(i).to())))
                                .collect(Collectors.joining(", then "))
                        + "; one rate does not describe it (mean " + fit.mean().rate() + ").";
            case DRIFT ->
                "The rate drifted from " + first.rate() + " to " + last.rate()
                        + "; one rate does not describe it (mean " + fit.mean().rate() + ").";
            case UNSTEADY ->
                "The rate varied between " + first.rate() + " and " + last.rate()
                        + " from second to second; one rate does not describe it (mean "
                        + fit.mean().rate() + ", 95 % CI "
                        + interval(fit.mean()) + ").";
        };
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1e3);
    }

    private static String baseline(Baseline baseline) {
        return "a baseline of " + baseline.rate() + " (95 % CI " + interval(baseline) + ")";
    }

    /** An interval that is narrower than the digits of its ends as a tolerance. */
    private static String interval(Baseline baseline) {
        return baseline.low().toString().equals(baseline.high().toString())
                ? "\u00b1 "
                        + new Bandwidth(baseline.high().bitsPerSecond()
                                - baseline.rate().bitsPerSecond())
                : new BandwidthRange(baseline.low(), baseline.high()).toString();
    }

    public static String decapitalised(String sentence) {
        boolean abbreviation = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
        return abbreviation ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
