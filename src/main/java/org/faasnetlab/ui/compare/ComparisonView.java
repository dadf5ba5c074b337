package org.faasnetlab.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.controlsfx.control.SegmentedButton;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.ComparisonFormatter;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.chart.comparison.ComparisonData;
import org.faasnetlab.chart.comparison.SeparateRuns;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.SettingLabels;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** Compares runs: one sentence for each, their curves on the same axes, their numbers and the differing settings. */
public final class ComparisonView extends VBox {
    private static final double REFERENCE_WIDTH = 420;
    private static final double HEIGHT = 340;
    private static final double PLOT_HEIGHT = 150;

    private final RunSelection selection;
    private final ObjectProperty<BandwidthUnit> unit;
    private final Texts texts = Texts.of(ComparisonView.class);
    private final SettingLabels labels;
    private final VBox sentences = new VBox(4);
    /** A longer value, such as a command, takes several lines of this width in pixels. */
    private static final int LONG = 60;

    private static final double LONG_WIDTH = 380;

    private final ChartView chart;
    private final ChoiceBox<Metric> metrics = new ChoiceBox<>();
    private final ChoiceBox<RunRow> reference = new ChoiceBox<>();
    private final CheckBox invalid = new CheckBox();
    private final List<List<String>> table = new ArrayList<>();
    private final SegmentedButton form = new SegmentedButton();
    private final BooleanProperty logAxis = new SimpleBooleanProperty();
    private boolean separate;
    private boolean showing;
    private final GridPane numbers = grid("results-compare-numbers");
    private final GridPane settings = grid("results-compare-settings");

    public ComparisonView(
            RunSelection selection,
            ObjectProperty<BandwidthUnit> unit,
            ObservableValue<ChartTheme> chartTheme,
            ChartExports exports,
            SettingLabels labels) {
        super(12);
        this.labels = labels;
        this.selection = selection;
        this.unit = unit;
        chart = new ChartView(chartTheme, unit, exports);
        chart.offerLogAxis(logAxis, () -> true);
        logAxis.addListener((property, before, now) -> showChart());
        setId("results-compare-view");
        getStyleClass().addAll("results-comparison", "over-all", "run-detail");
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
        chart.managedProperty().bind(chart.visibleProperty());
        VBox content = new VBox(14, sentences, chart, sideways(numbers), sideways(settings));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        metrics.setId("results-compare-metric");
        metrics.setAccessibleText(texts.get("compare.metric"));
        metrics.setConverter(new NameConverter<>(metric -> metric == null ? "" : new DomainTexts().label(metric)));
        metrics.managedProperty().bind(metrics.visibleProperty());
        metrics.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                selection.compareBy(now);
            }
        });
        reference.setId("results-compare-reference");
        reference.setAccessibleText(texts.get("compare.reference"));
        reference.setTooltip(new Tooltip(texts.get("compare.reference")));
        reference.setMaxWidth(REFERENCE_WIDTH);
        reference.setConverter(new NameConverter<>(this::name));
        reference.setOnAction(event -> {
            if (reference.getValue() != null && !showing) {
                selection.compareWith(reference.getValue());
            }
        });
        invalid.setId("results-compare-invalid");
        invalid.setText(texts.get("compare.invalid"));
        invalid.setTooltip(new Tooltip(texts.get("compare.invalid.hint")));
        invalid.setOnAction(event -> selection.countInvalid(invalid.isSelected()));
        Button export = Buttons.plain("results-compare-export", texts.get("compare.export"), () -> {
            RunSelection.Comparison shown = selection.comparison().get();
            if (shown != null) {
                exports.save(drawn(shown), unit.getValue());
            }
        });
        export.disableProperty().bind(chart.visibleProperty().not());
        Button copy = Buttons.plain("results-compare-copy", texts.get("compare.copy"), () -> exports.copyText(text()));
        copy.disableProperty().bind(chart.visibleProperty().not());
        Label with = new Label(texts.get("compare.with"));
        with.setLabelFor(reference);
        with.setMinWidth(Region.USE_PREF_SIZE);
        HBox reading = new HBox(8, with, reference);
        reading.getStyleClass().add("title-line");
        FlowPane choices = new FlowPane(10, 6, reading, metrics, form(), invalid, export, copy);
        choices.getStyleClass().add("title-line");
        HBox top = new HBox(10, title, back);
        top.getStyleClass().add("title-line");
        getChildren().addAll(top, choices, scroll);
        selection.comparison().subscribe(now -> show());
    }

    /** Whether the curves lie over each other, or each run has a plot. */
    private SegmentedButton form() {
        form.setId("results-compare-form");
        form.setMinWidth(Region.USE_PREF_SIZE);
        for (boolean apart : new boolean[] {false, true}) {
            String key = apart ? "separate" : "overlay";
            ToggleButton button = new ToggleButton(texts.get("compare." + key));
            button.setId("results-compare-" + key);
            button.setTooltip(new Tooltip(texts.get("compare." + key + ".hint")));
            button.setSelected(apart == separate);
            button.setOnAction(event -> {
                separate = apart;
                // The chosen one stays pressed.
                button.setSelected(true);
                showChart();
            });
            form.getButtons().add(button);
        }
        form.managedProperty().bind(form.visibleProperty());
        return form;
    }

    private void showChart() {
        RunSelection.Comparison shown = selection.comparison().get();
        ComparisonData runs = shown != null && shown.chart() instanceof ComparisonData overlaid ? overlaid : null;
        form.setVisible(runs != null);
        chart.setMinHeight(
                separate && runs != null ? Math.max(HEIGHT, runs.lines().size() * PLOT_HEIGHT) : HEIGHT);
        chart.show(shown == null ? null : drawn(shown));
    }

    /** The chart in the form that is chosen, for the view and for saved pictures. */
    private ChartData drawn(RunSelection.Comparison shown) {
        ChartData chosen = separate && shown.chart() instanceof ComparisonData overlaid
                ? new SeparateRuns(overlaid)
                : shown.chart();
        return LogarithmicChart.of(chosen, logAxis.get());
    }

    /** A wide table scrolls by itself, so that sentences and the chart keep to the width of the view. */
    private static ScrollPane sideways(GridPane grid) {
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("wide-table");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The preferred height of the grid does not know in how many lines long values are wrapped.
        scroll.prefViewportHeightProperty().bind(grid.heightProperty());
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        return scroll;
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
        showChart();
        if (shown == null) {
            return;
        }
        showing = true;
        List<RunRow> byAge = shown.runs().runs().stream()
                .sorted(Comparator.comparing(RunRow::startedAt))
                .toList();
        reference.getItems().setAll(byAge);
        reference.setValue(shown.runs().runs().get(0));
        invalid.setSelected(shown.withInvalid());
        showing = false;
        table.clear();
        DomainTexts domain = new DomainTexts();
        shown.leftOut().forEach(sentence -> sentences.getChildren().add(wrapped(domain.text(sentence))));
        boolean measured = shown.runs().cells().stream()
                .flatMap(cell -> cell.samples().stream())
                .anyMatch(sample -> sample.each() != null);
        chart.setVisible(measured);
        if (!measured && !shown.leftOut().isEmpty()) {
            sentences.getChildren().add(wrapped(texts.get("compare.onlyInvalid")));
        }
        if (!metrics.getItems().equals(shown.metrics())) {
            metrics.getItems().setAll(shown.metrics());
        }
        metrics.setValue(shown.runs().metric());
        metrics.setVisible(shown.metrics().size() > 1);
        for (ComparedCell cell : measured ? shown.runs().cells() : List.<ComparedCell>of()) {
            Label heading = new Label(capitalized(domain.text(cell.label())));
            heading.getStyleClass().add("run-title");
            sentences.getChildren().add(heading);
            for (Phrase sentence : new ComparisonFormatter(ComparisonFormatter.EQUIVALENT, shown.names()::of)
                    .sentences(shown.runs(), cell)) {
                sentences.getChildren().add(wrapped(domain.text(sentence)));
            }
            table(shown, cell);
        }
        facts(shown, "settings", shown.runs().settings(), labels::name, labels::value);
        facts(shown, "environment", shown.runs().environment(), labels::propertyName, labels::propertyValue);
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Label wrapped(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        return line;
    }

    private String name(@Nullable RunRow run) {
        RunSelection.Comparison shown = selection.comparison().get();
        return run == null || shown == null ? "" : shown.names().of(run);
    }

    /** The numbers as a table that spreadsheets can paste. */
    private String text() {
        return table.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n", "", "\n"));
    }

    private void table(RunSelection.Comparison shown, ComparedCell cell) {
        RunComparison runs = shown.runs();
        double highest = cell.samples().stream()
                .map(ComparedCell.Sample::each)
                .filter(Objects::nonNull)
                .mapToDouble(CellStatistics::median)
                .max()
                .orElse(0);
        ComparisonTable rows = new ComparisonTable(
                texts, runs.metric(), unit.getValue().forHighest(highest), shown.names(), cell.samples());
        table.add(List.of(new DomainTexts().text(cell.label())));
        table.add(rows.headings());
        row(numbers, true, HPos.RIGHT, rows.headings());
        for (int run = 0; run < runs.runs().size(); run++) {
            List<String> row = rows.row(runs.runs().get(run), cell.samples().get(run));
            table.add(row);
            row(numbers, false, HPos.RIGHT, row);
        }
    }

    private void facts(
            RunSelection.Comparison shown,
            String key,
            SortedMap<String, List<String>> facts,
            UnaryOperator<String> names,
            BinaryOperator<String> values) {
        List<String> heading = new ArrayList<>(List.of(texts.get(key)));
        if (!facts.isEmpty()) {
            shown.runs().runs().stream().map(shown.names()::of).forEach(heading::add);
        }
        row(settings, true, HPos.LEFT, heading);
        if (facts.isEmpty()) {
            row(settings, false, HPos.LEFT, List.of(texts.get("compare.same")));
        }
        facts.forEach((name, own) -> {
            List<String> cells = new ArrayList<>(List.of(names.apply(name)));
            own.forEach(value -> cells.add(values.apply(name, value)));
            row(settings, false, HPos.LEFT, cells);
        });
    }

    /** @param values the place of all cells but the first, which has a name */
    private static void row(GridPane grid, boolean heading, HPos values, List<String> cells) {
        int row = grid.getRowCount();
        for (int column = 0; column < cells.size(); column++) {
            Node cell = cell(cells.get(column), heading);
            GridPane.setHalignment(cell, column > 0 ? values : HPos.LEFT);
            GridPane.setValignment(cell, VPos.BASELINE);
            grid.add(cell, column, row);
        }
    }

    /** Names of runs often differ only at their ends, so nothing is cut: long texts are wrapped, a wide table scrolls. */
    private static Node cell(String text, boolean heading) {
        if (text.length() > LONG) {
            // Rows of a grid do not become as high as the wrapped text of a label.
            Text wrapped = new Text(text);
            wrapped.setWrappingWidth(LONG_WIDTH);
            wrapped.getStyleClass().add("wrapped-text");
            if (heading) {
                wrapped.getStyleClass().add("run-title");
            }
            return wrapped;
        }
        Label label = new Label(text);
        if (heading) {
            label.getStyleClass().add("run-title");
        }
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
