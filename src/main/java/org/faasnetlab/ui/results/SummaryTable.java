package org.faasnetlab.ui.results;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** One row for each trial of the run, or for each direction of a trial in both directions. */
final class SummaryTable extends TableView<TrialSummary> {
    private static final int FIRST_AFTER_MEDIAN = 8;

    private final ResultFormatter formatter;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<BandwidthUnit> unit = new ReadOnlyObjectWrapper<>(BandwidthUnit.MEGABIT);

    SummaryTable(ResultsViewModel model, ResultFormatter formatter) {
        this.formatter = formatter;
        setId("results-summary");
        setPlaceholder(new Label(formatter.get("summary.reading")));
        getStyleClass().addAll("plain-table", "results-table");
        SortedList<TrialSummary> sorted = new SortedList<>(model.summaries().lines());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getColumns().addAll(columns(model, formatter));
        columnsBesideRate();
        hideRatesWithoutTransfer(formatter);
        model.unit().addListener((property, before, now) -> showUnit(now));
        model.summaries().lines().addListener((ListChangeListener<TrialSummary>)
                change -> showUnit(model.unit().get()));
        showUnit(model.unit().get());
    }

    /** What the numbers are: the unit of all rates, which rate it is if it is not bandwidth, and how they are computed. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    private String noteText() {
        Metric rate = FunctionValues.rateMetric(getItems().stream().map(TrialSummary::trial));
        return rate.equals(Metrics.BANDWIDTH)
                ? formatter.get("summary.note", unit.get().symbol())
                : formatter.get("summary.note.rate", unit.get().symbol(), formatter.label(rate));
    }

    private void showUnit(BandwidthUnit chosen) {
        unit.set(chosen.forHighest(getItems().stream()
                .map(TrialSummary::total)
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .max()
                .orElse(0)));
        note.set(noteText());
        refresh();
    }

    /** The most important first: in a narrow window, the table scrolls sideways. */
    private List<TableColumn<TrialSummary, TrialSummary>> columns(ResultsViewModel model, ResultFormatter formatter) {
        return List.of(
                number(
                        formatter,
                        "trial",
                        54,
                        line -> line.trial().index(),
                        line -> line.trial().index() + 1 + ""),
                ValueColumn.of(
                        formatter.get("column.direction"),
                        84,
                        (TrialSummary line) -> line.trial().direction(),
                        line -> formatter.direction(
                                model.run().get(), line.trial().direction())),
                number(
                        formatter,
                        "functions",
                        84,
                        line -> line.trial().functions(),
                        line -> line.trial().functions() + ""),
                number(
                        formatter,
                        "memory",
                        84,
                        line -> line.trial().memoryMb(),
                        line -> line.trial().cell().memoryLabel()),
                number(formatter, "delivered", 48, TrialSummary::finished, line -> line.finished() + ""),
                ValueColumn.of(
                        formatter.get("column.validity"),
                        96,
                        (TrialSummary line) -> formatter.validity(line.validity()),
                        line -> formatter.validity(line.validity())),
                rate(formatter, "aggregate", 86, TrialSummary::total),
                rate(formatter, "steady", 72, TrialSummary::steadyAggregate),
                rate(formatter, "median", 74, TrialSummary::medianEach),
                ValueColumn.<TrialSummary, Bandwidth>number(
                        formatter.get("column.interval"),
                        112,
                        SummaryTable::low,
                        line -> formatter.interval(interval(line), unit.get())),
                whereKnown(
                        formatter,
                        "p5",
                        line -> line.each() == null ? null : line.each().p5()),
                whereKnown(
                        formatter,
                        "p95",
                        line -> line.each() == null ? null : line.each().p95()),
                ValueColumn.<TrialSummary, Double>number(
                        formatter.get("column.variation"),
                        66,
                        line -> line.each() == null ? null : line.each().variation(),
                        line -> formatter.percent(
                                line.each() == null ? null : line.each().variation())),
                ValueColumn.<TrialSummary, Double>number(
                        formatter.get("column.inside"),
                        92,
                        TrialSummary::leastInside,
                        line -> formatter.percent(line.leastInside())),
                ValueColumn.<TrialSummary, Duration>number(
                        formatter.get("column.spread"),
                        98,
                        SummaryTable::spread,
                        line -> formatter.spread(spread(line))),
                number(
                        formatter,
                        "streams",
                        74,
                        line -> line.trial().workload().parallelism(),
                        line -> line.trial().workload().parallelism() + ""));
    }

    /** A column for each metric that the workloads of the rows state beside the rate. */
    private void columnsBesideRate() {
        List<TableColumn<TrialSummary, ?>> shown = new ArrayList<>();
        InvalidationListener rows = changed -> {
            getColumns().removeAll(shown);
            shown.clear();
            getItems().stream()
                    .flatMap(line -> line.besideRate().keySet().stream())
                    .distinct()
                    .map(metric -> ValueColumn.<TrialSummary, Double>number(
                            formatter.label(metric),
                            180,
                            line -> line.besideRate().get(metric),
                            line -> text(line, metric)))
                    .forEach(shown::add);
            getColumns().addAll(FIRST_AFTER_MEDIAN, shown);
        };
        getItems().addListener(rows);
        rows.invalidated(getItems());
    }

    /** Where no row has a transfer, columns of rates would be empty; percentiles hide themselves. */
    private void hideRatesWithoutTransfer(ResultFormatter formatter) {
        Set<String> rates = Stream.of("aggregate", "steady", "median", "interval", "variation")
                .map(key -> formatter.get("column." + key))
                .collect(Collectors.toUnmodifiableSet());
        InvalidationListener rows = changed -> {
            boolean any = getItems().isEmpty()
                    || getItems().stream()
                            .anyMatch(line -> line.trial().workload().type().transfers());
            getColumns().stream()
                    .filter(column -> rates.contains(column.getText()))
                    .forEach(column -> column.setVisible(any));
        };
        getItems().addListener(rows);
        rows.invalidated(getItems());
    }

    private static String text(TrialSummary line, Metric metric) {
        Double value = line.besideRate().get(metric);
        return value == null ? "" : metric.text(value);
    }

    /** Hides a column while no row has a value in it, for example percentiles of fewer than 20 functions. */
    private TableColumn<TrialSummary, TrialSummary> whereKnown(
            ResultFormatter formatter, String key, BandwidthOf value) {
        TableColumn<TrialSummary, TrialSummary> column = rate(formatter, key, 66, value);
        InvalidationListener rows =
                changed -> column.setVisible(getItems().stream().anyMatch(line -> value.of(line) != null));
        getItems().addListener(rows);
        rows.invalidated(getItems());
        return column;
    }

    private static @Nullable BandwidthRange interval(TrialSummary line) {
        return line.each() == null ? null : line.each().medianInterval();
    }

    private static @Nullable Bandwidth low(TrialSummary line) {
        BandwidthRange interval = interval(line);
        return interval == null ? null : interval.low();
    }

    private static @Nullable Duration spread(TrialSummary line) {
        return line.startSpread() == null ? null : line.startSpread().spread();
    }

    private static TableColumn<TrialSummary, TrialSummary> number(
            ResultFormatter formatter,
            String key,
            double width,
            Function<TrialSummary, Integer> value,
            Function<TrialSummary, String> text) {
        return ValueColumn.<TrialSummary, Integer>number(formatter.get("column." + key), width, value, text);
    }

    private TableColumn<TrialSummary, TrialSummary> rate(
            ResultFormatter formatter, String key, double width, BandwidthOf value) {
        return ValueColumn.<TrialSummary, Bandwidth>number(
                formatter.get("column." + key), width, value::of, line -> formatter.rate(value.of(line), unit.get()));
    }

    /** A rate of a trial, or null. */
    @FunctionalInterface
    private interface BandwidthOf {
        @Nullable
        Bandwidth of(TrialSummary line);
    }
}
