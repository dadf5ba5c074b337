package org.faasnetlab.ui.results;

import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Circle;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunMetrics;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;

/**
 * The functions of a trial, sortable; clicking one, or pressing Space on it, draws its line where the chart shows a
 * band.
 */
final class FunctionResultsTable extends TableView<FunctionRow> {
    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final LineColours colours;
    private List<Metric> shownMetrics = List.of();

    FunctionResultsTable(ResultsViewModel model, ResultFormatter formatter, LineColours colours) {
        this.model = model;
        this.formatter = formatter;
        this.colours = colours;
        setId("results-table");
        getStyleClass().addAll("plain-table", "results-table");
        Label none = new Label();
        none.textProperty().bind(model.loading().map(loading -> formatter.get(loading ? "loading" : "no.intervals")));
        setPlaceholder(none);
        getColumns().addAll(columns());
        setRowFactory(table -> clickable());
        setOnKeyPressed(event -> {
            FunctionRow row = getFocusModel().getFocusedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                pick(row);
                event.consume();
            }
        });
        model.picked().addListener((SetChangeListener<Integer>) change -> refresh());
        model.unit().addListener((property, before, now) -> showUnit(now));
        model.trial().subscribe(now -> show(now));
    }

    private void show(TrialDetails details) {
        showMetrics(details == null ? List.of() : RunMetrics.furtherOfFunctions(List.of(details.trial())));
        getItems().setAll(details == null ? List.of() : details.functions());
        sort();
    }

    /** Inserts the columns of the workload's own metrics before the last column. */
    private void showMetrics(List<Metric> metrics) {
        if (metrics.equals(shownMetrics)) {
            return;
        }
        int last = getColumns().size() - 1;
        getColumns().remove(last - shownMetrics.size(), last);
        int at = getColumns().size() - 1;
        for (Metric metric : metrics) {
            getColumns()
                    .add(
                            at++,
                            ValueColumn.<FunctionRow, Double>number(
                                    metric.heading(),
                                    130,
                                    row -> row.value(metric),
                                    row -> formatter.metric(metric, row.value(metric))));
        }
        shownMetrics = metrics;
    }

    private void showUnit(BandwidthUnit unit) {
        getColumns().get(3).setText(unit.symbol());
        refresh();
    }

    private void pick(FunctionRow row) {
        TrialDetails shown = model.trial().get();
        if (shown != null && shown.drawsBand()) {
            model.togglePick(row.functionIndex());
        }
    }

    private TableRow<FunctionRow> clickable() {
        TableRow<FunctionRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (row.getItem() != null) {
                pick(row.getItem());
            }
        });
        return row;
    }

    private List<TableColumn<FunctionRow, FunctionRow>> columns() {
        TableColumn<FunctionRow, FunctionRow> failure =
                ValueColumn.of(formatter.get("column.failure"), 200, formatter::failure, formatter::failure);
        return List.of(
                ValueColumn.of(formatter.get("column.number"), 60, FunctionRow::functionIndex, (cell, row) -> {
                    cell.setText(row.functionIndex() + "");
                    cell.setGraphic(new Circle(4, colours.of(row.functionIndex())));
                }),
                ValueColumn.of(formatter.get("column.state"), 92, formatter::state, (cell, row) -> {
                    Label badge = new Label(formatter.state(row));
                    badge.getStyleClass().addAll("badge", ResultFormatter.stateId(row));
                    cell.setGraphic(badge);
                }),
                hinted(
                        "column.start.hint",
                        ValueColumn.of(
                                formatter.get("column.start"),
                                104,
                                (FunctionRow row) -> row.cold(),
                                row -> formatter.start(row.cold()))),
                ValueColumn.<FunctionRow, Bandwidth>number(
                        model.unit().get().symbol(),
                        84,
                        FunctionRow::bandwidth,
                        row -> formatter.rate(row.bandwidth(), model.unit().get())),
                hinted(
                        "column.received.hint",
                        ValueColumn.<FunctionRow, Long>number(
                                formatter.get("column.received"),
                                90,
                                FunctionRow::receiverBytes,
                                row -> formatter.size(row.receiverBytes()))),
                hinted(
                        "column.offset.hint",
                        ValueColumn.<FunctionRow, Long>number(
                                formatter.get("column.offset"),
                                150,
                                FunctionRow::startOffsetMicros,
                                row -> formatter.millis(row.startOffsetMicros()))),
                ValueColumn.<FunctionRow, Double>number(
                        formatter.get("column.retransmits"),
                        100,
                        row -> row.value(Metrics.RETRANSMITS),
                        row -> formatter.metric(Metrics.RETRANSMITS, row.value(Metrics.RETRANSMITS))),
                failure);
    }

    /** Adds a tooltip to the column's title. */
    private TableColumn<FunctionRow, FunctionRow> hinted(String key, TableColumn<FunctionRow, FunctionRow> column) {
        Label title = new Label(column.getText());
        title.setTooltip(new Tooltip(formatter.get(key)));
        column.setText(null);
        column.setGraphic(title);
        return column;
    }
}
