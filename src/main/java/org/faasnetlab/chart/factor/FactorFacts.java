package org.faasnetlab.chart.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.Phrase;

/** What is read from the points of charts by factor. */
final class FactorFacts {
    private FactorFacts() {}

    /**
     * The facts of a cell, a line each.
     *
     * @param x value of the factor
     * @param estimate see {@link #estimate}
     * @param sample how many values it is of
     */
    static List<Phrase> of(Phrase factor, String x, List<Phrase> estimate, Phrase sample, boolean valid) {
        List<Phrase> facts = new ArrayList<>();
        facts.add(Phrase.of("{0}: {1}", factor, x));
        facts.addAll(estimate);
        facts.add(sample);
        if (!valid) {
            facts.add(Phrase.of("the trials are invalid"));
        }
        return facts;
    }

    /** A median and, if it is known, its interval. */
    static List<Phrase> estimate(Phrase what, Estimate estimate, DoubleFunction<String> text) {
        Phrase median = Phrase.of("{0}: {1}", what, text.apply(estimate.median()));
        return estimate.hasInterval()
                ? List.of(
                        median,
                        Phrase.of("95 % CI: {0} to {1}", text.apply(estimate.low()), text.apply(estimate.high())))
                : List.of(median);
    }

    /** What the interval of a point is over. */
    static Phrase sample(FactorData.Point point) {
        return point.trials() > 1
                ? trials(point.trials())
                : Phrase.of(
                        point.n() == 1 ? "1 function of a single trial" : "{0} functions of a single trial", point.n());
    }

    /** What the interval of all functions together is over. */
    static Phrase sampleOfTotal(FactorData.Point point) {
        return point.trials() > 1 ? trials(point.trials()) : Phrase.of("over the time of a single trial");
    }

    static Phrase trials(int trials) {
        return Phrase.of(trials == 1 ? "1 trial" : "{0} trials", trials);
    }

    /** The points of published results. */
    static List<ChartMark.Box> ofOverlays(
            List<PublishedOverlay> overlays,
            FactorScale scale,
            Phrase factor,
            ChartTheme theme,
            DoubleFunction<String> text) {
        List<ChartMark.Box> marks = new ArrayList<>();
        for (PublishedOverlay overlay : overlays) {
            for (int point = 0; point < overlay.curve().size(); point++) {
                double x = overlay.curve().x(point);
                double y = overlay.curve().y(point);
                marks.add(ChartMark.Box.point(
                        0,
                        0,
                        overlay.name(),
                        theme.muted(),
                        scale.position(x),
                        y,
                        List.of(theme.text(Phrase.of("{0}: {1}", factor, scale.text(x))), text.apply(y))));
            }
        }
        return marks;
    }
}
