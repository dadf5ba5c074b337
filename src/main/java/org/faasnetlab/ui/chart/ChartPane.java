package org.faasnetlab.ui.chart;

import javafx.application.Platform;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;

/**
 * A chart in the window that zooms along the time axis: drag or turn the wheel, double-click to show all; with the
 * keyboard +, −, 0 and the arrow keys.
 */
public final class ChartPane extends StackPane {
    private static final double STEP = 1.5;
    private static final double PAN = 0.2;

    private final ChartViewer viewer;
    private final ValueAxis time;
    private final TimeWindow window;
    private boolean changing;
    private boolean drawAsked;

    ChartPane(JFreeChart chart, ValueAxis time, TimeWindow window) {
        this.time = time;
        this.window = window;
        viewer = ChartView.viewer(chart);
        viewer.getCanvas().setDomainZoomable(true);
        // The canvas would redraw the whole chart on each event; redraw() triggers the repaint instead.
        chart.setNotify(false);
        viewer.setOnKeyPressed(this::key);
        viewer.setOnMousePressed(event -> viewer.requestFocus());
        viewer.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                window.follow().set(true);
            }
        });
        getChildren().add(viewer);
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        time.setRange(window.shown().get());
        time.addChangeListener(event -> userZoomed());
        window.shown().addListener((property, before, now) -> redraw(() -> time.setRange(now)));
    }

    /** Applies several changes to the chart and draws it once. */
    void redraw(Runnable changes) {
        changing = true;
        changes.run();
        changing = false;
        if (!drawAsked) {
            drawAsked = true;
            Platform.runLater(this::draw);
        }
    }

    private void draw() {
        drawAsked = false;
        viewer.getCanvas().draw();
    }

    /** The viewer's mouse handlers change the axis themselves; the window then decides which range to show. */
    private void userZoomed() {
        if (!changing) {
            window.look(time.getLowerBound(), time.getUpperBound());
            redraw(() -> time.setRange(window.shown().get()));
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> window.zoom(1 / STEP);
            case MINUS, SUBTRACT -> window.zoom(STEP);
            case DIGIT0, NUMPAD0 -> window.follow().set(true);
            case LEFT -> window.pan(-PAN);
            case RIGHT -> window.pan(PAN);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
