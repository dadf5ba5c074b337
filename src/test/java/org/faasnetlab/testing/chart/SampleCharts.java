package org.faasnetlab.testing.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;

/** Charts of made up data with round numbers. */
public final class SampleCharts {
    private SampleCharts() {}

    public static TimelineData timeline() {
        return timeline(2, true);
    }

    public static TimelineData timeline(int functions, boolean simulated) {
        List<TrialCurves.FunctionCurve> lines = IntStream.range(0, functions)
                .mapToObj(functionIndex ->
                        new TrialCurves.FunctionCurve(functionIndex, flat(100e6 * (functionIndex + 1))))
                .toList();
        return new TimelineData(
                new ChartHeading(Phrase.verbatim("Two functions"), Phrase.verbatim("This computer"), simulated),
                10,
                false,
                new TrialCurves(functions == 0 ? Curve.EMPTY : flat(300e6), BandCurves.NONE, lines),
                TrialCurves.EMPTY,
                Set.of(),
                functions == 0 ? null : new TimelineData.CommonWindowMean(0.1, 9.9, Bandwidth.ofMegabits(300)),
                List.of(),
                List.of());
    }

    private static Curve flat(double rate) {
        double[] seconds =
                IntStream.range(0, 100).mapToDouble(i -> i / 10.0 + 0.05).toArray();
        return new Curve(seconds, Arrays.stream(seconds).map(second -> rate).toArray());
    }
}
