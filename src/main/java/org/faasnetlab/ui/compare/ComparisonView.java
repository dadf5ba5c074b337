package org.faasnetlab.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.ComparisonFormatter;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.workload.Metric;

/** Compares runs: one sentence for each, their curves on the same axes, their numbers and the differing settings. */
public final class ComparisonView extends VBox {
    private static final double NAME_WIDTH = 130;

    private final RunSelection selection;
    private final ObservableValue<BandwidthUnit> unit;
    private final Texts texts = Texts.of(ComparisonView.class);
    private final VBox sentences = new VBox(4);
    private final ChartView chart;
    private final ChoiceBox<Metric> metrics = new ChoiceBox<>();
    private final GridPane numbers = grid("results-compare-numbers");
    private final GridPane settings = grid("results-compare-settings");

    public ComparisonView(
            RunSelection selection,
            ObservableValue<BandwidthUnit> unit,
            ObservableValue<ChartTheme> chartTheme,
            ChartExports exports) {
        super(12);
        this.selection = selection;
        this.unit = unit;
        chart = new ChartView(chartTheme, exports);
        setId("results-compare-view");
        getStyleClass().addAll("results-comparison", "over-all");
        Label title = new Label(texts.get("compare.title"));
        title.getStyleClass().add("page-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button back = new Button(texts.get("compare.back"));
        back.setId("results-compare-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.cancelButtonProperty().bind(selection.comparison().isNotNull());
        back.setOnAction(event -> selection.closeComparison());
        sentences.setId("results-compare-sentences");
        chart.setMinHeight(340);
        VBox content = new VBox(14, sentences, chart, numbers, settings);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        metrics.setId("results-compare-metric");
        metrics.setAccessibleText(texts.get("compare.metric"));
        metrics.setConverter(new NameConverter<>(metric -> metric == null ? "" : metric.label()));
        metrics.managedProperty().bind(metrics.visibleProperty());
        metrics.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                selection.compareBy(now);
            }
        });
        getChildren().addAll(new HBox(10, title, metrics, back), scroll);
        selection.comparison().subscribe(now -> show());
    }

    private static GridPane grid(String id) {
        GridPane grid = new GridPane();
        grid.setId(id);
        grid.setHgap(16);
        grid.setVgap(4);
        return grid;
    }

    private void show() {
        sentences.getChildren().clear();
        numbers.getChildren().clear();
        settings.getChildren().clear();
        RunSelection.Comparison shown = selection.comparison().get();
        chart.show(shown == null ? null : shown.chart());
        if (shown == null) {
            return;
        }
        if (!metrics.getItems().equals(shown.metrics())) {
            metrics.getItems().setAll(shown.metrics());
        }
        metrics.setValue(shown.runs().metric());
        metrics.setVisible(shown.metrics().size() > 1);
        for (ComparedCell cell : shown.runs().cells()) {
            Label heading = new Label(cell.label());
            heading.getStyleClass().add("run-title");
            sentences.getChildren().add(heading);
            for (String sentence :
                    new ComparisonFormatter(ComparisonFormatter.EQUIVALENT).sentences(shown.runs(), cell)) {
                Label line = new Label(sentence);
                line.setWrapText(true);
                sentences.getChildren().add(line);
            }
            table(shown.runs(), cell);
        }
        facts(shown.runs(), "settings", shown.runs().settings());
        facts(shown.runs(), "environment", shown.runs().environment());
    }

    private void table(RunComparison runs, ComparedCell cell) {
        double highest = cell.samples().stream()
                .map(ComparedCell.Sample::each)
                .filter(Objects::nonNull)
                .mapToDouble(CellStatistics::median)
                .max()
                .orElse(0);
        ComparisonTable table =
                new ComparisonTable(texts, runs.metric(), unit.getValue().forHighest(highest));
        row(numbers, true, table.headings());
        for (int run = 0; run < runs.runs().size(); run++) {
            row(numbers, false, table.row(runs.runs().get(run), cell.samples().get(run)));
        }
    }

    private void facts(RunComparison runs, String key, SortedMap<String, List<String>> facts) {
        List<String> heading = new ArrayList<>(List.of(texts.get(key)));
        runs.runs().stream().map(RunRow::id).forEach(heading::add);
        row(settings, true, heading);
        if (facts.isEmpty()) {
            row(settings, false, List.of(texts.get("compare.same")));
        }
        facts.forEach((name, values) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            cells.addAll(values);
            row(settings, false, cells);
        });
    }

    private static void row(GridPane grid, boolean heading, List<String> cells) {
        int row = grid.getRowCount();
        for (int column = 0; column < cells.size(); column++) {
            Label label = new Label(cells.get(column));
            if (heading) {
                label.getStyleClass().add("run-title");
            }
            if (column > 0) {
                label.setMinWidth(Region.USE_PREF_SIZE); // the name is truncated, the numbers are not
                GridPane.setHalignment(label, HPos.RIGHT);
            } else {
                label.setWrapText(true);
                label.setMinWidth(NAME_WIDTH);
            }
            grid.add(label, column, row);
        }
    }
}
