package org.faasnetlab.analysis.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.faasnetlab.analysis.published.PublishedResults.Factor;
import org.faasnetlab.analysis.published.PublishedResults.Figure;
import org.faasnetlab.analysis.published.PublishedResults.Point;
import org.faasnetlab.analysis.published.PublishedResults.Range;
import org.faasnetlab.analysis.published.PublishedResults.Reading;
import org.faasnetlab.analysis.published.PublishedResults.Series;
import org.faasnetlab.analysis.published.PublishedResults.Source;
import org.faasnetlab.analysis.published.PublishedResults.Unit;

/** Creates the figures and ranges of the file, with source ids resolved. */
final class PublishedResultsReader {
    private final Map<String, Source> sources;

    PublishedResultsReader(Map<String, Source> sources) {
        this.sources = sources;
    }

    List<Figure> figures(JsonNode list) {
        List<Figure> figures = new ArrayList<>();
        for (JsonNode one : list) {
            List<Series> series = new ArrayList<>();
            one.path("series").forEach(line -> series.add(series(line)));
            figures.add(new Figure(
                    text(one, "id"),
                    source(one),
                    text(one, "title"),
                    BundledJson.as(one.required("factor"), Factor.class),
                    BundledJson.as(one.required("read"), Reading.class),
                    series,
                    one.hasNonNull("note") ? text(one, "note") : null));
        }
        return figures;
    }

    List<Range> ranges(JsonNode list) {
        List<Range> ranges = new ArrayList<>();
        for (JsonNode one : list) {
            ranges.add(new Range(
                    text(one, "id"),
                    source(one),
                    text(one, "title"),
                    BundledJson.as(one.required("unit"), Unit.class),
                    one.required("low").doubleValue(),
                    one.required("high").doubleValue(),
                    BundledJson.as(one.required("read"), Reading.class)));
        }
        return ranges;
    }

    private Source source(JsonNode one) {
        String id = text(one, "source");
        return Objects.requireNonNull(sources.get(id), id);
    }

    private static Series series(JsonNode line) {
        List<Point> points = new ArrayList<>();
        for (JsonNode point : line.required("points")) {
            points.add(
                    new Point(point.required(0).doubleValue(), point.required(1).doubleValue()));
        }
        return new Series(text(line, "name"), BundledJson.as(line.required("unit"), Unit.class), points);
    }

    private static String text(JsonNode one, String field) {
        return one.required(field).textValue();
    }
}
