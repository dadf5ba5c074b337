package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunMetrics;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;

/**
 * The functions of a trial, sortable. Clicking one, or pressing Space on it, highlights its line, and with Ctrl hides it;
 * where the chart shows a band, it draws the line.
 */
final class FunctionResultsTable extends TableView<FunctionRow> {
    private final DomainTexts domain = new DomainTexts();
    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final LineColours colours;
    private List<Metric> shownMetrics = List.of();
    private BandwidthUnit unit = BandwidthUnit.MEGABIT;

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
                if (event.isShortcutDown()) {
                    hide(row);
                } else {
                    pick(row);
                }
                event.consume();
            }
        });
        model.picked().addListener((SetChangeListener<Integer>) change -> refresh());
        InvalidationListener lines = changed -> refresh();
        colours.highlighted().addListener(lines);
        colours.hidden().addListener(lines);
        model.unit().addListener((property, before, now) -> showUnit());
        model.trial().subscribe(now -> show(now));
    }

    private void show(TrialDetails details) {
        showMetrics(details == null ? List.of() : RunMetrics.furtherOfFunctions(List.of(details.trial())));
        getItems().setAll(details == null ? List.of() : details.functions());
        showUnit();
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
                                    domain.heading(metric),
                                    130,
                                    row -> row.value(metric),
                                    row -> formatter.metric(metric, row.value(metric))));
        }
        shownMetrics = metrics;
    }

    /** One unit for the whole column, by its highest value. */
    private void showUnit() {
        unit = model.unit()
                .get()
                .forHighest(getItems().stream()
                        .map(FunctionRow::bandwidth)
                        .filter(Objects::nonNull)
                        .mapToDouble(Bandwidth::bitsPerSecond)
                        .max()
                        .orElse(0));
        getColumns().get(3).setText(unit.symbol());
        refresh();
    }

    private boolean drawsBand() {
        TrialDetails shown = model.trial().get();
        return shown != null && shown.drawsBand();
    }

    private void pick(FunctionRow row) {
        if (drawsBand()) {
            model.togglePick(row.functionIndex());
        } else {
            colours.toggleHighlight(row.functionIndex());
        }
    }

    private void hide(FunctionRow row) {
        if (!drawsBand()) {
            colours.toggleHidden(row.functionIndex());
        }
    }

    private TableRow<FunctionRow> clickable() {
        TableRow<FunctionRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            // The right button opens the menu that copies rows.
            if (row.getItem() == null || event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            if (event.isShortcutDown()) {
                hide(row.getItem());
            } else {
                pick(row.getItem());
            }
        });
        return row;
    }

    private List<TableColumn<FunctionRow, FunctionRow>> columns() {
        TableColumn<FunctionRow, FunctionRow> failure =
                ValueColumn.of(formatter.get("column.failure"), 200, formatter::failure, formatter::failure);
        getItems().addListener((InvalidationListener)
                changed -> failure.setVisible(getItems().stream().anyMatch(row -> row.failure() != null)));
        failure.setVisible(false);
        return List.of(
                ValueColumn.of(formatter.get("column.number"), 70, FunctionRow::functionIndex, (cell, row) -> {
                    cell.setText(row.functionIndex() + "");
                    cell.setGraphic(colours.sample(row.functionIndex()));
                }),
                ValueColumn.of(formatter.get("column.state"), 92, formatter::state, (cell, row) -> {
                    Label badge = new Label(formatter.state(row));
                    badge.getStyleClass().addAll("badge", row.end().id());
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
                        BandwidthUnit.MEGABIT.symbol(),
                        84,
                        FunctionRow::bandwidth,
                        row -> formatter.rate(row.bandwidth(), unit)),
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
