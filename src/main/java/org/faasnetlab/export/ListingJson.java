package org.faasnetlab.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.analysis.comparison.CellComparison;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What commands print, as JSON documents for other programs. Each names its format and the version of its schema, which is
 * raised when a name is removed or changes its meaning; {@code docs/output.schema.json} describes them. Names end with
 * their unit; unknown values are null.
 */
public final class ListingJson {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ListingJson() {}

    /** The runs of a list, in its order. */
    public static String ofRuns(List<RunRow> runs, Map<String, RunLabel> labels) {
        Map<String, @Nullable Object> document = document("faasnetlab-runs");
        document.put(
                "runs",
                runs.stream()
                        .map(run -> of(run, labels.getOrDefault(run.id(), RunLabel.NONE)))
                        .toList());
        return write(document);
    }

    private static Map<String, @Nullable Object> of(RunRow run, RunLabel label) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("run", run.id());
        tree.put("title", run.title());
        tree.put("name", label.name());
        tree.put("note", label.note());
        tree.put("tags", label.tags());
        tree.put("status", run.status().id());
        tree.put("preset", run.preset());
        tree.put("testbed", run.testbed());
        tree.put("network", run.networkKind().id());
        tree.put("started_at", run.startedAt().toString());
        tree.put("ended_at", run.endedAt() == null ? null : run.endedAt().toString());
        tree.put("message", run.message());
        return tree;
    }

    /** The presets of all groups with their settings. */
    public static String ofPresets(List<PresetGroup> groups) {
        List<Map<String, @Nullable Object>> presets = new ArrayList<>();
        for (PresetGroup group : groups) {
            for (Preset preset : group.presets()) {
                presets.add(of(group, preset));
            }
        }
        Map<String, @Nullable Object> document = document("faasnetlab-presets");
        document.put("presets", presets);
        return write(document);
    }

    private static Map<String, @Nullable Object> of(PresetGroup group, Preset preset) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("preset", preset.name());
        tree.put("group", group.title());
        tree.put("title", preset.title());
        tree.put("description", preset.description());
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting setting : Setting.ofType(preset.plan().type())) {
            settings.put(setting.key(), setting.read(preset.plan()));
        }
        tree.put("settings", settings);
        return tree;
    }

    /** A comparison of runs. */
    public static String of(RunComparison comparison) {
        List<String> runs = comparison.runs().stream().map(RunRow::id).toList();
        Map<String, @Nullable Object> document = comparison(runs, comparison.metric());
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (ComparedCell cell : comparison.cells()) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("cell", cell.label().toString());
            List<Map<String, @Nullable Object>> samples = new ArrayList<>();
            for (int i = 0; i < cell.samples().size(); i++) {
                ComparedCell.Sample sample = cell.samples().get(i);
                samples.add(sample(runs.get(i), null, sample.failed(), sample.each(), sample.differenceToFirst()));
            }
            tree.put("samples", samples);
            cells.add(tree);
        }
        document.put("cells", cells);
        document.put("settings", comparison.settings());
        document.put("environment", comparison.environment());
        return write(document);
    }

    /** A comparison of the cells of one run, repetition by repetition. */
    public static String of(RunRow run, CellComparison comparison) {
        Map<String, @Nullable Object> document = comparison(List.of(run.id()), comparison.metric());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("cell", null);
        tree.put(
                "samples",
                comparison.cells().stream()
                        .map(cell ->
                                sample(run.id(), cell.label(), cell.failed(), cell.each(), cell.differenceToFirst()))
                        .toList());
        document.put("cells", List.of(tree));
        document.put("settings", Map.of());
        document.put("environment", Map.of());
        return write(document);
    }

    private static Map<String, @Nullable Object> comparison(List<String> runs, Metric metric) {
        Map<String, @Nullable Object> document = document("faasnetlab-comparison");
        document.put("runs", runs);
        document.put("metric", metric.id());
        return document;
    }

    /** @param cell null where the cell is that of all samples */
    private static Map<String, @Nullable Object> sample(
            String run,
            @Nullable String cell,
            int failed,
            @Nullable CellStatistics each,
            @Nullable MedianDifference difference) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("run", run);
        if (cell != null) {
            tree.put("cell", cell);
        }
        tree.put("trials", each == null ? 0 : each.trials());
        tree.put("functions", each == null ? 0 : each.values());
        tree.put("functions_failed", failed);
        tree.put("median", each == null ? null : each.median());
        interval(tree, "median_95", each == null ? null : each.medianInterval());
        tree.put("p5", each == null ? null : each.p5());
        tree.put("p95", each == null ? null : each.p95());
        tree.put("difference_to_first", difference == null ? null : difference.shift());
        interval(tree, "difference_95", difference == null ? null : difference.interval());
        interval(tree, "ratio_95", difference == null ? null : difference.ratioInterval());
        return tree;
    }

    private static void interval(Map<String, @Nullable Object> tree, String name, @Nullable Range interval) {
        tree.put(name + "_low", interval == null ? null : interval.low());
        tree.put(name + "_high", interval == null ? null : interval.high());
    }

    private static Map<String, @Nullable Object> document(String format) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", format);
        document.put("schema_version", SCHEMA_VERSION);
        return document;
    }

    private static String write(Map<String, @Nullable Object> document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(document)
                    .replace("\r\n", "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and values are always JSON", e);
        }
    }
}
