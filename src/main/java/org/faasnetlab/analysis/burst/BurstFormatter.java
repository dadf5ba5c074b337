package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;

/** Describes the course of a transfer in a sentence. */
public final class BurstFormatter {
    /** Up to this factor of the buffers of TCP a hidden burst is not worth mentioning. */
    private static final double NOTABLE = 1.5;

    private BurstFormatter() {}

    /** Whether a burst that noise may hide is larger than the buffers of TCP would explain. */
    public static boolean isNotable(DataSize hidden) {
        return hidden.bytes() > NOTABLE * BurstFitter.BUFFERS;
    }

    public static Phrase sentence(BurstFit fit) {
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public Phrase on(BurstFit.Fitted fit) {
                return Phrase.of(
                        fit.bucketShaped()
                                ? "{0}, then {1}."
                                : "{0}, then {1}; a link that slowed down at that time would look the same.",
                        burst(fit),
                        baseline(fit.baseline()));
            }

            @Override
            public Phrase on(BurstFit.TwoLevels fit) {
                return Phrase.of(
                        fit.first().bucketShaped()
                                ? "{0}, then {1} until {2}, then {3}: two limits, one after the other."
                                : "{0}, then {1} until {2}, then {3}: two limits, one after the other; a link that slowed down"
                                        + " at these times would look the same.",
                        burst(fit.first()),
                        fit.first().baseline().rate(),
                        seconds(fit.timeToBaseline()),
                        baseline(fit.baseline()));
            }

            @Override
            public Phrase on(BurstFit.NoBurst fit) {
                return isNotable(fit.largestHidden())
                        ? Phrase.of(
                                "No burst found, but one of up to {0} cannot be excluded; {1}.",
                                fit.largestHidden(), baseline(fit.baseline()))
                        : Phrase.of("No burst, only {0}.", baseline(fit.baseline()));
            }

            @Override
            public Phrase on(BurstFit.RateChanged fit) {
                return changed(fit);
            }

            @Override
            public Phrase on(BurstFit.TooShort fit) {
                return Phrase.of(
                        "Too short to estimate burst and baseline: {0}",
                        fit.reason().decapitalised());
            }
        });
    }

    private static Phrase burst(BurstFit.Fitted fit) {
        return Phrase.of(
                fit.kneeResolved()
                        ? "A burst of {0} (\u00b1 {1}) at {2} for {3}"
                        : "A burst of {0} (\u00b1 {1}) at {2} or more for {3} or less",
                fit.burst(),
                fit.burstUncertainty(),
                fit.burstRate(),
                seconds(fit.timeToBaseline()));
    }

    private static Phrase changed(BurstFit.RateChanged fit) {
        List<BurstFit.Stretch> stretches = fit.stretches();
        BurstFit.Stretch first = stretches.get(0);
        BurstFit.Stretch last = stretches.get(stretches.size() - 1);
        return switch (fit.change()) {
            case STEPS ->
                Phrase.of(
                        "The rate changed: {0}; one rate does not describe it (mean {1}).",
                        course(stretches), fit.mean().rate());
            case DRIFT ->
                Phrase.of(
                        "The rate drifted from {0} at {1} to {2} at {3}; one rate does not describe it (mean {4}, 95 % CI {5}).",
                        first.rate(),
                        seconds(first.from()),
                        last.rate(),
                        seconds(last.to()),
                        fit.mean().rate(),
                        interval(fit.mean()));
            case UNSTEADY ->
                Phrase.of(
                        "The rate varied between {0} and {1} from second to second; one rate does not describe it (mean {2}, 95 % CI {3}).",
                        first.rate(), last.rate(), fit.mean().rate(), interval(fit.mean()));
        };
    }

    private static Phrase course(List<BurstFit.Stretch> stretches) {
        BurstFit.Stretch first = stretches.get(0);
        Phrase rate = first.interval() == null
                ? Phrase.verbatim(first.rate().toString())
                : Phrase.of("{0} (95 % CI {1})", first.rate(), first.interval().text());
        return stretches.size() == 1
                ? rate
                : Phrase.of(
                        "{0} until {1}, then {2}",
                        rate, seconds(first.to()), course(stretches.subList(1, stretches.size())));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1e3);
    }

    private static Phrase baseline(Baseline baseline) {
        return Phrase.of("a baseline of {0} (95 % CI {1})", baseline.rate(), interval(baseline));
    }

    /** An interval that is narrower than the digits of its ends as a tolerance. */
    private static Phrase interval(Baseline baseline) {
        return baseline.low().toString().equals(baseline.high().toString())
                ? Phrase.verbatim("\u00b1 "
                        + new Bandwidth(baseline.high().bitsPerSecond()
                                - baseline.rate().bitsPerSecond()))
                : new BandwidthRange(baseline.low(), baseline.high()).text();
    }
}
