package org.faasnetlab.ui.live;

import java.net.URL;
import java.time.Duration;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.chart.TimelinePane;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.control.Drawing;
import org.faasnetlab.ui.common.control.EmptyState;
import org.faasnetlab.ui.common.control.TableCopy;

/** Shows a run while its functions are sending. */
public final class LiveScreen implements Screen {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 1000;
    private static final double MIN_SECONDS = 5;

    private final LiveViewModel model;
    private final LiveFormatter formatter = new LiveFormatter();
    private final LiveHeader header;
    private final LiveTiles tiles;
    private final LiveStatusStrip status;
    private final TimelinePane charts;
    private final FunctionTable table;
    private final Label tableTitle = new Label();
    private final VBox beside = new VBox();
    private final StackPane root = new StackPane();
    private boolean visible = true;

    /** @param dark whether the dark theme is active; charts follow it */
    public LiveScreen(LiveViewModel model, ObservableValue<Boolean> dark, ChartExports exports) {
        this.model = model;
        ObservableValue<ChartTheme> chartTheme = ChartView.theme(dark);
        LineColours colours =
                new LineColours(model.picked(), () -> model.snapshot().get().drawsBand(), chartTheme);
        header = new LiveHeader(model, formatter);
        tiles = new LiveTiles(formatter);
        status = new LiveStatusStrip(formatter);
        charts = new TimelinePane(colours, chartTheme, model.unit(), exports);
        charts.setNothing(formatter.get("chart.empty"));
        charts.follow().bindBidirectional(model.follow());
        charts.offerPublished(model.published());
        table = new FunctionTable(model, formatter, colours);
        TableCopy.install(table, exports::copyText);
        root.getChildren().addAll(empty(), content(), preparing());
        root.setId("live-screen");
        root.getStyleClass().add("live-screen");
        URL sheet = Objects.requireNonNull(TimelinePane.class.getResource("charts.css"), "charts.css");
        root.getStylesheets().add(sheet.toExternalForm());
        root.widthProperty().addListener((property, before, now) -> {
            boolean narrow = now.doubleValue() < NARROW_WIDTH;
            root.pseudoClassStateChanged(NARROW, narrow);
            table.setNarrow(narrow);
        });
        model.snapshot().addListener((property, before, now) -> show());
        model.unit().addListener((property, before, now) -> show());
        model.published().addListener((property, before, now) -> show());
        model.verdict().addListener((property, before, now) -> show());
        model.running().subscribe(running -> {
            if (running) {
                charts.reset();
            }
        });
        chartTheme.addListener((property, before, now) -> table.refresh());
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        visible = true;
        show();
    }

    @Override
    public void hidden() {
        visible = false;
    }

    /** Places a card below the functions of the run. */
    public void placeBelowFunctions(Node card) {
        beside.getChildren().add(card);
    }

    private void show() {
        LiveSnapshot snapshot = model.snapshot().get();
        if (!visible || snapshot.progress().run() == null) {
            return;
        }
        header.show(snapshot);
        String note = model.afterEachTrial().get() ? formatter.get("after.each.trial") : "";
        status.show(snapshot, note, model.verdict().getValue());
        ChartHeading head = ChartHeading.badgeOnly(snapshot.progress().simulated());
        TimelineData measured = TimelineData.live(
                head, seconds(snapshot), snapshot.drawsBand(), snapshot.curves(), snapshot.directions());
        charts.show(model.complete((snapshot.progress().transfers() ? measured : measured.withoutBandwidth())
                .withLatency(snapshot.latency())
                .withTransport(snapshot.transport())));
        tiles.show(
                snapshot,
                charts.functionsUnit(),
                charts.aggregateUnit(),
                model.verdict().getValue());
        table.show(snapshot, charts.functionsUnit());
        tableTitle.setText(formatter.get(snapshot.drawsBand() ? "table.title.pick" : "table.title"));
        model.onDrawn();
    }

    /**
     * The length that the plan gives, or the length of what has been drawn if that is longer or the plan gives none.
     */
    private static double seconds(LiveSnapshot snapshot) {
        Duration length = snapshot.progress().length();
        double planned = length == null ? MIN_SECONDS : length.toMillis() / 1e3;
        return Math.max(planned, snapshot.curves().lastX());
    }

    private Node content() {
        tableTitle.getStyleClass().add("card-title");
        tableTitle.setTooltip(new Tooltip(formatter.get("table.hint")));
        VBox functions = new VBox(tableTitle, table);
        functions.getStyleClass().addAll("card-pane", "functions-card");
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(charts, Priority.ALWAYS);
        VBox.setVgrow(functions, Priority.ALWAYS);
        beside.getChildren().add(0, functions);
        beside.getStyleClass().add("live-beside");
        HBox main = new HBox(charts, beside);
        main.getStyleClass().add("live-main");
        VBox.setVgrow(main, Priority.ALWAYS);
        VBox content = new VBox(header, status, tiles, main);
        content.getStyleClass().add("live-content");
        content.visibleProperty().bind(model.empty().not().and(model.preparing().not()));
        return content;
    }

    private Node preparing() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(48, 48);
        Label title = new Label(formatter.get("preparing.title"));
        title.getStyleClass().add("page-title");
        title.setId("live-preparing");
        VBox preparing = new VBox(turning, title, new Label(formatter.get("preparing.text")));
        preparing.getStyleClass().add("empty-state");
        preparing.visibleProperty().bind(model.preparing());
        return preparing;
    }

    private Node empty() {
        Button choose = new Button(formatter.get("empty.action"));
        choose.setId("live-choose");
        choose.getStyleClass().add("accent");
        choose.setOnAction(event -> model.openExperiment());
        EmptyState empty =
                new EmptyState(Drawing.TIMELINE, formatter.get("empty.title"), formatter.get("empty.text"), choose);
        empty.visibleProperty().bind(model.empty().and(model.preparing().not()));
        return empty;
    }
}
