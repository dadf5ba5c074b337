package org.faasnetlab.ui.results;

import java.util.List;
import java.util.function.Function;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.ui.chart.BandwidthUnit;
import org.jspecify.annotations.Nullable;

/** One line for each trial of the run. */
final class SummaryTable extends TableView<TrialSummaryLine> {
    SummaryTable(ResultsViewModel model, ResultWords words) {
        setId("results-summary");
        getStyleClass().addAll("plain-table", "results-table");
        SortedList<TrialSummaryLine> sorted = new SortedList<>(model.summaries());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getColumns().addAll(columns(model, words));
        model.unit().addListener((property, before, now) -> refresh());
    }

    private static List<TableColumn<TrialSummaryLine, TrialSummaryLine>> columns(
            ResultsViewModel model, ResultWords words) {
        return List.of(
                number(
                        words,
                        "trial",
                        60,
                        line -> line.trial().index(),
                        line -> line.trial().index() + 1 + ""),
                number(
                        words,
                        "functions",
                        84,
                        line -> line.trial().functions(),
                        line -> line.trial().functions() + ""),
                number(
                        words,
                        "memory",
                        84,
                        line -> line.trial().memoryMb(),
                        line -> line.trial().memoryMb() + " MB"),
                ValueColumn.of(
                        words.get("column.direction"),
                        90,
                        (TrialSummaryLine line) -> line.trial().direction(),
                        line -> line.trial().direction().word()),
                number(
                        words,
                        "streams",
                        74,
                        line -> line.trial().streams(),
                        line -> line.trial().streams() + ""),
                number(words, "delivered", 50, TrialSummaryLine::delivered, line -> line.delivered() + ""),
                rate(model, words, "aggregate", TrialSummaryLine::aggregate),
                rate(model, words, "median", TrialSummaryLine::median),
                rate(model, words, "p5", TrialSummaryLine::p5),
                rate(model, words, "p95", TrialSummaryLine::p95),
                ValueColumn.<TrialSummaryLine, Long>number(
                        words.get("column.spread"),
                        96,
                        TrialSummaryLine::startSpreadMicros,
                        line -> line.startSpreadMicros() == null
                                ? words.get("none")
                                : words.millis(line.startSpreadMicros()) + " ms"));
    }

    private static TableColumn<TrialSummaryLine, TrialSummaryLine> number(
            ResultWords words,
            String key,
            double width,
            Function<TrialSummaryLine, Integer> value,
            Function<TrialSummaryLine, String> text) {
        return ValueColumn.<TrialSummaryLine, Integer>number(words.get("column." + key), width, value, text);
    }

    private static TableColumn<TrialSummaryLine, TrialSummaryLine> rate(
            ResultsViewModel model, ResultWords words, String key, BandwidthOf value) {
        return ValueColumn.<TrialSummaryLine, Bandwidth>number(words.get("column." + key), 84, value::of, line -> {
            BandwidthUnit unit = model.unit().get();
            return words.rate(value.of(line), unit);
        });
    }

    /** A rate of a trial, or null. */
    @FunctionalInterface
    private interface BandwidthOf {
        @Nullable
        Bandwidth of(TrialSummaryLine line);
    }
}
