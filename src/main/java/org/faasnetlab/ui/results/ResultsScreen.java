package org.faasnetlab.ui.results;

import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.report.RunAnswer;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.chart.TimelinePane;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.SettingLabels;
import org.faasnetlab.ui.common.control.Drawing;
import org.faasnetlab.ui.common.control.EmptyState;
import org.faasnetlab.ui.common.control.Skeleton;
import org.faasnetlab.ui.common.control.TableCopy;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.compare.ComparisonView;
import org.faasnetlab.ui.results.run.TrialDetails;

/** Saved runs: their results, and exports of them. */
public final class ResultsScreen implements Screen {
    private static final PseudoClass DOCKED = PseudoClass.getPseudoClass("docked");

    /** Charts and tables need this much beside the inspector. */
    private static final double MIN_TABS_WIDTH = 520;

    private static final double INSPECTOR_GAP = 12;
    private static final double MAX_LIST_SHARE = 0.3;

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
            Dialogs dialogs,
            ResumeViewModel again,
            Runnable openExperiment,
            ObservableValue<Boolean> dark,
            ChartExports exports,
            SettingLabels labels,
            Clock clock) {
        this.model = model;
        formatter = new ResultFormatter(clock);
        root.setId("results-screen");
        URL sheet = Objects.requireNonNull(TimelinePane.class.getResource("charts.css"), "charts.css");
        root.getStylesheets().add(sheet.toExternalForm());
        ObservableValue<ChartTheme> chartTheme = ChartView.theme(dark);
        root.getChildren()
                .addAll(content(desktop, dialogs, again, chartTheme, exports, labels, clock), empty(openExperiment));
        announce(desktop, dialogs);
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
            Desktop desktop,
            Dialogs dialogs,
            ResumeViewModel again,
            ObservableValue<ChartTheme> chartTheme,
            ChartExports exports,
            SettingLabels labels,
            Clock clock) {
        RunDeletion deletion = new RunDeletion(model, formatter, dialogs);
        VerdictStrip verdict = new VerdictStrip(model, formatter);
        RunInspector inspector =
                new RunInspector(model, formatter, verdict, desktop, new RunFacts(formatter, labels, clock.getZone()));
        StackPane.setAlignment(inspector, Pos.CENTER_RIGHT);
        Skeleton loading = Visibility.showWhen(Skeleton.ofChart(formatter.get("loading")), model.loading());
        loading.setId("results-loading");
        TabPane tabs = tabs(desktop, chartTheme, exports);
        StackPane results = new StackPane(tabs, loading, inspector);
        dock(inspector, loading, tabs, results);
        VBox.setVgrow(results, Priority.ALWAYS);
        VBox run = new VBox(new ResultsHeader(model, again, formatter, desktop, deletion), verdict, results);
        run.getStyleClass().add("run-detail");
        // The focus may still be on what has opened the inspector.
        run.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && inspector.isVisible()) {
                verdict.detailsShown().set(false);
                event.consume();
            }
        });
        run.setMinWidth(0);
        Visibility.showWhen(run, model.run().isNotNull());
        RunList list = new RunList(model, formatter, desktop, deletion);
        ComparisonView comparison = Visibility.showWhen(
                new ComparisonView(model.selection(), model.unit(), chartTheme, exports, labels),
                model.selection().comparison().isNotNull());
        SplitPane main = new SplitPane(list, new StackPane(run, comparison));
        main.getStyleClass().add("results-content");
        SplitPane.setResizableWithParent(list, false);
        model.listShare().subscribe(share -> main.setDividerPositions(share.doubleValue()));
        // Only what the user does is remembered, and not what follows from the size of the window.
        main.addEventFilter(
                MouseEvent.MOUSE_RELEASED, event -> model.listShare().set(main.getDividerPositions()[0]));
        // In a window that is made small the list leaves the room to the charts.
        main.widthProperty().addListener((property, before, now) -> {
            double most = Math.max(MAX_LIST_SHARE, model.listShare().get());
            if (list.getWidth() > most * now.doubleValue()) {
                main.setDividerPositions(model.listShare().get());
            }
        });
        return main;
    }

    /** Places the inspector beside the charts where it leaves them enough width. */
    private static void dock(RunInspector inspector, Skeleton loading, TabPane tabs, StackPane around) {
        Runnable place = () -> {
            boolean docked = inspector.isVisible() && around.getWidth() >= RunInspector.WIDTH + MIN_TABS_WIDTH;
            inspector.pseudoClassStateChanged(DOCKED, docked);
            double beside = docked ? RunInspector.WIDTH + INSPECTOR_GAP : 0;
            StackPane.setMargin(tabs, new Insets(0, beside, 0, 0));
            // The names of the tabs stay within reach.
            Node header = tabs.lookup(".tab-header-area");
            double names = header == null ? 0 : header.prefHeight(-1);
            StackPane.setMargin(inspector, new Insets(docked ? 0 : names, 0, 0, 0));
            StackPane.setMargin(loading, new Insets(names, beside, 0, 0));
        };
        around.widthProperty().subscribe(place);
        inspector.visibleProperty().subscribe(place);
        // The header does not exist before the tabs are shown.
        loading.visibleProperty().subscribe(place);
    }

    /** Reports in a corner what happened: nothing is inserted between the controls. */
    private void announce(Desktop desktop, Dialogs dialogs) {
        model.exporting().written().addListener((ListChangeListener<Path>) change -> {
            List<Path> files = List.copyOf(model.exporting().written());
            if (!files.isEmpty()) {
                Path folder = files.get(0).toAbsolutePath().getParent();
                dialogs.toast(formatter.written(files), formatter.get("export.show"), () -> {
                    if (folder != null) {
                        desktop.open(folder);
                    }
                });
            }
        });
        model.selection().imported().subscribe(result -> {
            if (result != null) {
                dialogs.toast(RunListActions.importMessage(formatter, result));
            }
        });
        model.problem().subscribe(problem -> {
            if (problem != null && model.catalogue().listed().get()) {
                dialogs.problem(problem);
            }
        });
    }

    private TabPane tabs(Desktop desktop, ObservableValue<ChartTheme> chartTheme, ChartExports exports) {
        LineColours colours = new LineColours(model.picked(), this::drawsBand, chartTheme);
        SummaryTable summaries = new SummaryTable(model, formatter);
        VBox.setVgrow(summaries, Priority.ALWAYS);
        VBox summary = new VBox(answer(), note(summaries), summaries);
        FunctionResultsTable table = new FunctionResultsTable(model, formatter, colours);
        chartTheme.addListener((property, before, now) -> table.refresh());
        table.setAccessibleText(formatter.get("table.functions"));
        summaries.setAccessibleText(formatter.get("tab.summary"));
        TableCopy.install(table, desktop::copy);
        TableCopy.install(summaries, desktop::copy);
        ChartsViewModel charts = new ChartsViewModel(model);
        TabPane tabs = new TabPane();
        Map<String, List<ChartKind>> kinds = Arrays.stream(ChartKind.values())
                .collect(Collectors.groupingBy(ChartKind::tab, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((key, own) -> tabs.getTabs()
                .add(
                        own.contains(ChartKind.TIMELINE)
                                ? timeline(key, charts, colours, chartTheme, exports)
                                : new ChartTab(key, own, model, charts, formatter, chartTheme, exports)));
        tabs.getTabs().addAll(List.of(tab("table", table), tab("summary", summary)));
        tabs.setId("results-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private Tab timeline(
            String key,
            ChartsViewModel charts,
            LineColours colours,
            ObservableValue<ChartTheme> chartTheme,
            ChartExports exports) {
        Tab timeline = tab(key, new TimelineTab(model, charts, formatter, colours, chartTheme, exports));
        timeline.setOnSelectionChanged(event -> {
            if (timeline.isSelected()) {
                charts.kind().set(ChartKind.TIMELINE);
            }
        });
        return timeline;
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab(formatter.get("tab." + key), content);
        tab.setId("results-tab-" + key);
        return tab;
    }

    private Label answer() {
        Label answer = new Label();
        answer.setId("results-answer");
        answer.textProperty().bind(model.answer().map(ResultsScreen::text).orElse(""));
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.getStyleClass().add("summary-note");
        return Visibility.showWhen(answer, model.answer().isNotNull());
    }

    private static String text(RunAnswer answer) {
        DomainTexts texts = new DomainTexts();
        String sentences = texts.text(answer.question()) + "\n" + texts.text(answer.sentence());
        return answer.bursts() == null ? sentences : sentences + "\n" + texts.text(answer.bursts());
    }

    private Label note(SummaryTable summaries) {
        Label note = new Label();
        note.textProperty().bind(summaries.note());
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("summary-note");
        return note;
    }

    private boolean drawsBand() {
        TrialDetails trial = model.trial().get();
        return trial != null && trial.drawsBand();
    }

    private Node empty(Runnable openExperiment) {
        Button choose = new Button(formatter.get("empty.action"));
        choose.setId("results-choose");
        choose.getStyleClass().add("accent");
        choose.setOnAction(event -> openExperiment.run());
        EmptyState empty =
                new EmptyState(Drawing.RUNS, formatter.get("empty.title"), formatter.get("empty.text"), choose);
        empty.setId("results-empty");
        empty.getStyleClass().add("over-all");
        BooleanBinding nothing = Bindings.createBooleanBinding(
                () -> model.catalogue().isEmpty() && model.problem().get() == null,
                model.catalogue().listed(),
                model.catalogue().matching(),
                model.problem());
        return Visibility.showWhen(empty, nothing);
    }
}
