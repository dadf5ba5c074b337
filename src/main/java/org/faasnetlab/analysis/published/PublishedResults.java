package org.faasnetlab.analysis.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Published measurements of the network of AWS Lambda, with their sources: for overlays in charts, and for comparison
 * in the verdict. MB is 10^6 bytes.
 */
public record PublishedResults(List<Figure> figures, List<Range> ranges) {
    private static final String FILE = "published-results.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /**
     * A publication with measurements.
     *
     * @param authors who published it, in short
     * @param region the AWS Region where it was measured, or null if that was not published
     * @param citation full citation for users
     */
    public record Source(
            String id, int year, String authors, @Nullable String region, String citation) {}

    /** What a published number is measured of. */
    public enum Quantity {
        /** The bandwidth of one function over its whole transfer. */
        @JsonProperty("function")
        FUNCTION,
        /** The bandwidth of one function after its burst. */
        @JsonProperty("steady-function")
        STEADY_FUNCTION,
        /** The bandwidth of all functions together, over the whole transfer. */
        @JsonProperty("total")
        TOTAL,
        /** The bandwidth of all functions together after their bursts. */
        @JsonProperty("steady-total")
        STEADY_TOTAL,
        /** The response time of the whole job. */
        @JsonProperty("response")
        RESPONSE
    }

    /**
     * The measurements over which a published result can be drawn.
     *
     * @param transfer id of the workload type
     * @param direction null if it holds for both, or if it was not published
     */
    public record Scope(String transfer, @Nullable Direction direction, Quantity quantity) {}

    /** How a value was obtained. */
    public enum Reading {
        /** A number in the text or in a label of a figure. */
        @JsonProperty("printed")
        PRINTED,
        /** Read off an axis, within about 3 %. */
        @JsonProperty("by-eye")
        BY_EYE,
        /** Computed from the authors' published raw files. */
        @JsonProperty("computed")
        COMPUTED
    }

    /** The quantity on the horizontal axis. */
    public enum Factor {
        @JsonProperty("memory_mb")
        MEMORY_MB,
        @JsonProperty("object_mb")
        OBJECT_MB,
        @JsonProperty("functions")
        FUNCTIONS
    }

    /** Unit of a value. */
    public enum Unit {
        @JsonProperty("mbit_per_s")
        MBIT_PER_S(1e6),
        @JsonProperty("mbyte_per_s")
        MBYTE_PER_S(8e6),
        @JsonProperty("gbyte_per_s")
        GBYTE_PER_S(8e9),
        @JsonProperty("mib_per_s")
        MIB_PER_S(8.0 * (1 << 20)),
        @JsonProperty("gib_per_s")
        GIB_PER_S(8.0 * (1 << 30)),
        @JsonProperty("bytes")
        BYTES(0),
        @JsonProperty("seconds")
        SECONDS(0),
        @JsonProperty("relative_cost")
        RELATIVE_COST(0),
        @JsonProperty("share")
        SHARE(0);

        private final double bitsPerSecond;

        Unit(double bitsPerSecond) {
            this.bitsPerSecond = bitsPerSecond;
        }

        public boolean isBandwidth() {
            return bitsPerSecond > 0;
        }

        /**
         * A number of this unit as a bandwidth.
         *
         * @throws IllegalStateException if it is not a unit of bandwidth
         */
        public Bandwidth bandwidth(double value) {
            if (!isBandwidth()) {
                throw new IllegalStateException(this + " is not a bandwidth");
            }
            return new Bandwidth(value * bitsPerSecond);
        }
    }

    /**
     * One value of a series, from low to high; both are equal if a single number was published.
     *
     * @param x in the figure's factor
     * @param low in the series' unit
     * @param high in the series' unit
     */
    public record Point(double x, double low, double high) {
        public double y() {
            return (low + high) / 2;
        }
    }

    /**
     * One series of a figure.
     *
     * @param scope null if it is not drawn
     */
    public record Series(String name, @Nullable Scope scope, Unit unit, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A figure or table of a publication.
     *
     * @param note caveat for comparisons, or null
     */
    public record Figure(
            String id,
            Source source,
            String title,
            Factor factor,
            Reading read,
            List<Series> series,
            @Nullable String note) {
        public Figure {
            series = List.copyOf(series);
        }

        public Optional<Series> series(String name) {
            return series.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
        }
    }

    /**
     * A single result, from low to high; both are equal if a single number was published.
     *
     * @param scope null if it is not drawn
     */
    public record Range(
            String id,
            Source source,
            String title,
            @Nullable Scope scope,
            Unit unit,
            double low,
            double high,
            Reading read) {}

    public PublishedResults {
        figures = List.copyOf(figures);
        ranges = List.copyOf(ranges);
    }

    /** Loads the bundled results. An invalid file is a defect of the program. */
    public static PublishedResults load() {
        JsonNode all = read();
        Map<String, Source> sources = new HashMap<>();
        for (JsonNode entry : all.path("sources")) {
            Source source = Reader.as(entry, Source.class);
            sources.put(source.id(), source);
        }
        Reader reader = new Reader(sources);
        return new PublishedResults(reader.figures(all.path("figures")), reader.ranges(all.path("ranges")));
    }

    public Optional<Figure> figure(String id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    public Optional<Range> range(String id) {
        return ranges.stream().filter(range -> range.id().equals(id)).findFirst();
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(PublishedResults.class.getResourceAsStream(FILE), FILE)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** Creates the figures and ranges of the file, with source ids resolved. */
    private static final class Reader {
        private final Map<String, Source> sources;

        private Reader(Map<String, Source> sources) {
            this.sources = sources;
        }

        List<Figure> figures(JsonNode list) {
            List<Figure> figures = new ArrayList<>();
            for (JsonNode entry : list) {
                List<Series> series = new ArrayList<>();
                entry.path("series").forEach(line -> series.add(series(line)));
                figures.add(new Figure(
                        text(entry, "id"),
                        source(entry),
                        text(entry, "title"),
                        as(entry.required("factor"), Factor.class),
                        as(entry.required("read"), Reading.class),
                        series,
                        entry.hasNonNull("note") ? text(entry, "note") : null));
            }
            return figures;
        }

        List<Range> ranges(JsonNode list) {
            List<Range> ranges = new ArrayList<>();
            for (JsonNode entry : list) {
                ranges.add(new Range(
                        text(entry, "id"),
                        source(entry),
                        text(entry, "title"),
                        scope(entry),
                        as(entry.required("unit"), Unit.class),
                        entry.required("low").doubleValue(),
                        entry.required("high").doubleValue(),
                        as(entry.required("read"), Reading.class)));
            }
            return ranges;
        }

        private Source source(JsonNode entry) {
            String id = text(entry, "source");
            return Objects.requireNonNull(sources.get(id), id);
        }

        private static Series series(JsonNode line) {
            List<Point> points = new ArrayList<>();
            for (JsonNode point : line.required("points")) {
                points.add(new Point(
                        point.required(0).doubleValue(),
                        point.required(1).doubleValue(),
                        point.required(point.size() - 1).doubleValue()));
            }
            return new Series(text(line, "name"), scope(line), as(line.required("unit"), Unit.class), points);
        }

        private static @Nullable Scope scope(JsonNode entry) {
            return entry.has("transfer")
                    ? new Scope(
                            text(entry, "transfer"),
                            entry.has("direction") ? Direction.parse(text(entry, "direction")) : null,
                            as(entry.required("quantity"), Quantity.class))
                    : null;
        }

        private static String text(JsonNode node, String field) {
            return node.required(field).textValue();
        }

        private static <T> T as(JsonNode node, Class<T> type) {
            try {
                return JSON.treeToValue(node, type);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("not a " + type.getSimpleName() + ": " + node, e);
            }
        }
    }
}
