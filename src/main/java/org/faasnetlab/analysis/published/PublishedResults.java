package org.faasnetlab.analysis.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * Published measurements of the network of AWS Lambda, with their sources: for overlays in charts, and for comparison
 * in the verdict. MB is 10^6 bytes.
 */
public record PublishedResults(List<Figure> figures, List<Range> ranges) {

    /** @param citation full citation for users */
    public record Source(String id, int year, String citation) {}

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

        /** @throws IllegalStateException if it is not a unit of bandwidth */
        public Bandwidth bandwidth(double value) {
            if (!isBandwidth()) {
                throw new IllegalStateException(this + " is not a bandwidth");
            }
            return new Bandwidth(value * bitsPerSecond);
        }
    }

    /**
     * One value of a series.
     *
     * @param x in the figure's factor
     * @param y in the series' unit
     */
    public record Point(double x, double y) {}

    /** One series of a figure. */
    public record Series(String name, Unit unit, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** @param note caveat for comparisons, or null */
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
            return series.stream().filter(one -> one.name().equals(name)).findFirst();
        }
    }

    /** A single result, from low to high; both are equal if a single number was published. */
    public record Range(String id, Source source, String title, Unit unit, double low, double high, Reading read) {}

    public PublishedResults {
        figures = List.copyOf(figures);
        ranges = List.copyOf(ranges);
    }

    /** Loads the bundled results. */
    public static PublishedResults load() {
        JsonNode all = BundledJson.read("published-results.json");
        Map<String, Source> sources = new HashMap<>();
        for (JsonNode one : all.path("sources")) {
            Source source = BundledJson.as(one, Source.class);
            sources.put(source.id(), source);
        }
        PublishedResultsReader reader = new PublishedResultsReader(sources);
        return new PublishedResults(reader.figures(all.path("figures")), reader.ranges(all.path("ranges")));
    }

    public Optional<Figure> figure(String id) {
        return figures.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Range> range(String id) {
        return ranges.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
