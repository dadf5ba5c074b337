package org.faasnetlab.ui.results;

import java.net.URL;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.chart.TimelinePane;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.compare.ComparisonView;
import org.faasnetlab.ui.results.run.TrialDetails;

/** Saved runs: their results, and exports of them. */
public final class ResultsScreen implements Screen {
    private static final Set<String> OF_TRIAL =
            Set.of("results-tab-timeline", "results-tab-gantt", "results-tab-table");

    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final StackPane root = new StackPane();

    /**
     * @param openExperiment switches to the experiment screen
     * @param dark whether the dark theme is active; charts follow it
     * @param clock clock with the user's time zone
     */
    public ResultsScreen(
            ResultsViewModel model,
            Desktop desktop,
            ResumeViewModel again,
            Runnable openExperiment,
            ObservableValue<Boolean> dark,
            ChartExports exports,
            Clock clock) {
        this.model = model;
        formatter = new ResultFormatter(clock);
        root.setId("results-screen");
        URL sheet = Objects.requireNonNull(TimelinePane.class.getResource("charts.css"), "charts.css");
        root.getStylesheets().add(sheet.toExternalForm());
        ObservableValue<ChartTheme> chartTheme = ChartView.theme(dark);
        root.getChildren()
                .addAll(
                        content(desktop, again, chartTheme, exports),
                        empty(openExperiment),
                        Visibility.showWhen(
                                new ComparisonView(model.selection(), model.unit(), chartTheme, exports),
                                model.selection().comparison().isNotNull()));
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        model.shown();
    }

    private Node content(
            Desktop desktop, ResumeViewModel again, ObservableValue<ChartTheme> chartTheme, ChartExports exports) {
        TabPane tabs = tabs(chartTheme, exports);
        VBox run = new VBox(trialChoice(showsTrial(tabs)), tabs);
        run.getStyleClass().addAll("card-pane", "run-card");
        Visibility.showWhen(run, model.run().isNotNull());
        HBox.setHgrow(run, Priority.ALWAYS);
        run.setMinWidth(0);
        HBox main = new HBox(new RunList(model, formatter, desktop), run);
        main.getStyleClass().add("live-main");
        VBox.setVgrow(main, Priority.ALWAYS);
        VBox content = new VBox(
                new ResultsHeader(model, again, formatter, desktop),
                new ResultsNotices(model, formatter, desktop),
                new ResumeBar(model, again, formatter),
                new RunLabelPane(model, formatter),
                new VerdictBox(model.verdict(), model.details(), formatter),
                main);
        content.getStyleClass().add("results-content");
        return content;
    }

    private TabPane tabs(ObservableValue<ChartTheme> chartTheme, ChartExports exports) {
        LineColours colours = new LineColours(model.picked(), this::drawsBand, chartTheme);
        VBox summary = new VBox(note(), new SummaryTable(model, formatter));
        VBox.setVgrow(summary.getChildren().get(1), Priority.ALWAYS);
        FunctionResultsTable table = new FunctionResultsTable(model, formatter, colours);
        chartTheme.addListener((property, before, now) -> table.refresh());
        ChartsViewModel charts = new ChartsViewModel(model);
        Tab timeline = tab("timeline", new TimelineTab(model, charts, formatter, colours, chartTheme, exports));
        timeline.setOnSelectionChanged(event -> {
            if (timeline.isSelected()) {
                charts.kind().set(ChartKind.TIMELINE);
            }
        });
        TabPane tabs = new TabPane(
                timeline,
                new ChartTab(
                        "distribution", List.of(ChartKind.DISTRIBUTION), model, charts, formatter, chartTheme, exports),
                new ChartTab(
                        "factor",
                        List.of(ChartKind.BY_FACTOR, ChartKind.BY_FACTOR_BARS),
                        model,
                        charts,
                        formatter,
                        chartTheme,
                        exports),
                new ChartTab("gantt", List.of(ChartKind.GANTT), model, charts, formatter, chartTheme, exports),
                new ChartTab("response", List.of(ChartKind.RESPONSE), model, charts, formatter, chartTheme, exports),
                tab("table", table),
                tab("summary", summary),
                tab("settings", facts()));
        tabs.setId("results-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private static BooleanExpression showsTrial(TabPane tabs) {
        return Bindings.createBooleanBinding(
                () -> OF_TRIAL.contains(
                        tabs.getSelectionModel().getSelectedItem().getId()),
                tabs.getSelectionModel().selectedItemProperty());
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab(formatter.get("tab." + key), content);
        tab.setId("results-tab-" + key);
        return tab;
    }

    private Label note() {
        Label note = new Label();
        note.textProperty().bind(model.unit().map(unit -> formatter.get("summary.note", unit.symbol())));
        note.setWrapText(true);
        note.getStyleClass().add("summary-note");
        return note;
    }

    private HBox facts() {
        FactsTable settings = new FactsTable("results-settings", formatter.get("settings"), formatter);
        FactsTable environment = new FactsTable("results-environment", formatter.get("environment"), formatter);
        model.run().subscribe(now -> {
            if (now != null) {
                settings.show(now.settings());
                environment.show(now.environment());
            }
        });
        HBox both = new HBox(settings, environment);
        both.getChildren().forEach(table -> HBox.setHgrow(table, Priority.ALWAYS));
        return both;
    }

    private boolean drawsBand() {
        TrialDetails trial = model.trial().get();
        return trial != null && trial.drawsBand();
    }

    /**
     * The choice of the trial that the timeline and the table show; hidden if the run has only one.
     *
     * @param ofTrial whether the visible tab shows a single trial
     */
    private Node trialChoice(BooleanExpression ofTrial) {
        ChoiceBox<TrialRow> choice = new ChoiceBox<>();
        choice.setId("results-trial");
        // The skin computes the width from the text alone; the arrow would cover its end.
        choice.setMinWidth(340);
        choice.setConverter(new NameConverter<>(trial -> trial == null ? "" : formatter.trial(trial)));
        Label label = new Label(formatter.get("trial"));
        label.setLabelFor(choice);
        HBox line = new HBox(8, label, choice);
        line.getStyleClass().addAll("title-line", "trial-line");
        line.managedProperty().bind(line.visibleProperty());
        model.details().subscribe(now -> choice.getItems().setAll(now == null ? List.of() : now.trials()));
        line.visibleProperty().bind(Bindings.size(choice.getItems()).greaterThan(1));
        line.disableProperty().bind(ofTrial.not());
        model.trial().subscribe(now -> choice.setValue(now == null ? null : now.trial()));
        choice.setOnAction(event -> {
            if (choice.getValue() != null && !isShown(choice.getValue())) {
                model.chooseTrial(choice.getValue());
            }
        });
        return line;
    }

    private boolean isShown(TrialRow row) {
        TrialDetails trial = model.trial().get();
        return trial != null && trial.trial().equals(row);
    }

    private Node empty(Runnable openExperiment) {
        Label title = new Label(formatter.get("empty.title"));
        title.getStyleClass().add("page-title");
        Button choose = new Button(formatter.get("empty.action"));
        choose.setId("results-choose");
        choose.getStyleClass().add("accent");
        choose.setOnAction(event -> openExperiment.run());
        VBox empty = new VBox(title, new Label(formatter.get("empty.text")), choose);
        empty.setId("results-empty");
        empty.getStyleClass().addAll("empty-state", "over-all");
        BooleanBinding nothing = Bindings.createBooleanBinding(
                () -> model.catalogue().isEmpty() && model.problem().get() == null,
                model.catalogue().listed(),
                model.catalogue().matching(),
                model.problem());
        return Visibility.showWhen(empty, nothing);
    }
}
