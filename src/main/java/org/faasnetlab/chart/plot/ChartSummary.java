package org.faasnetlab.chart.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;

/** A chart in sentences, for people who hear it read aloud: title, axes with their units, and what it shows. */
public final class ChartSummary {
    private ChartSummary() {}

    /**
     * The text of a chart for screen readers.
     *
     * @param chart the same data, drawn in this unit and theme
     */
    public static String of(ChartData data, JFreeChart chart, ChartTheme theme, BandwidthUnit unit) {
        List<Phrase> sentences = new ArrayList<>(heading(data.head()));
        sentences.addAll(axes(chart));
        sentences.addAll(data.sentences(unit));
        data.overlays().forEach(overlay -> sentences.add(Phrase.of("Published result: {0}.", overlay.name())));
        return text(sentences, theme);
    }

    /** Sentences one after the other. */
    public static String text(List<Phrase> sentences, ChartTheme theme) {
        return String.join(" ", theme.texts(sentences));
    }

    /** The mean and the highest value of a curve of rates, in bit/s. */
    public static Phrase rates(Phrase name, Curve curve, BandwidthUnit unit) {
        return Phrase.of(
                "{0}: {1} on average, at most {2}.",
                name, unit.text(new Bandwidth(curve.mean())), unit.text(new Bandwidth(curve.highest())));
    }

    /** Title, subtitle, and whether the network is simulated. */
    public static List<Phrase> heading(ChartHeading head) {
        List<Phrase> sentences = new ArrayList<>();
        Stream.of(head.title(), head.subtitle())
                .filter(text -> !text.isEmpty())
                .forEach(text -> sentences.add(Phrase.of("{0}.", text)));
        if (head.simulated()) {
            sentences.add(Phrase.of("The network is simulated."));
        }
        return sentences;
    }

    /** What is on the axes, in the language in which they are drawn. */
    public static List<Phrase> axes(JFreeChart chart) {
        XYPlot plot = chart.getXYPlot();
        List<XYPlot> plots = plot instanceof CombinedDomainXYPlot several ? several.getSubplots() : List.of(plot);
        String vertical = plots.stream()
                .flatMap(each -> IntStream.range(0, each.getRangeAxisCount()).mapToObj(each::getRangeAxis))
                .filter(Objects::nonNull)
                .map(Axis::getLabel)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return List.of(
                Phrase.of("Horizontal axis: {0}.", plot.getDomainAxis().getLabel()),
                Phrase.of("Vertical axis: {0}.", vertical));
    }
}
