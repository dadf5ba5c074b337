package org.faasnetlab.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * A timeline to be read and zoomed. Dragging selects a part of the time; the wheel zooms around the pointer; Shift with
 * the wheel, or dragging with the middle button, moves along the time; a double-click shows all. With the keyboard: +, −,
 * 0, the arrow keys, and Alt with an arrow key for the parts shown before; A and B set markers, which can be dragged. A
 * click on the line of a function highlights it, and with Ctrl hides it. The axes of bandwidth scale themselves.
 */
public final class ChartPane extends StackPane {
    private static final double STEP = 1.5;
    private static final double WHEEL_STEP = 1.2;
    private static final double PAN = 0.2;
    /** A shorter drag is a click. */
    private static final double MIN_DRAG = 5;

    private final TimelineChart chart;
    private final TimeWindow window;
    private final ChartSurface surface;
    private final Markers markers;
    private final Crosshair crosshair;
    private final LineAction onLine;
    private Markers.@Nullable Marker dragged;
    private double pointerX = Double.NaN;
    private boolean drawRequested;
    private double pressedX = Double.NaN;
    private double panX = Double.NaN;

    /** What a click on the line of a function does. */
    @FunctionalInterface
    interface LineAction {
        /**
         * The line of a function was clicked.
         *
         * @param hide whether Ctrl is held
         */
        void clicked(int functionIndex, boolean hide);
    }

    ChartPane(TimelineChart chart, TimeWindow window, LineAction onLine) {
        this.onLine = onLine;
        this.chart = chart;
        this.window = window;
        surface = new ChartSurface(chart.chart());
        markers = new Markers(surface, chart);
        crosshair = new Crosshair(surface, chart::marks, chart::theme, markers);
        // The canvas would draw the whole chart at each change; redraw() draws it once instead.
        chart.chart().setNotify(false);
        getChildren().add(surface);
        getStyleClass().add("chart-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        setFocusTraversable(true);
        showTime();
        window.shown().addListener((property, before, now) -> redraw(() -> {}));
        setOnKeyPressed(this::onKey);
        setOnScroll(this::onScroll);
        setOnMousePressed(this::onPressed);
        setOnMouseDragged(this::onDragged);
        setOnMouseReleased(this::onReleased);
        setOnMouseMoved(event -> {
            pointerX = event.getX();
            setCursor(markers.at(event.getX()) == null ? Cursor.DEFAULT : Cursor.H_RESIZE);
            crosshair.show(event.getX(), event.getY());
        });
        setOnMouseExited(event -> {
            pointerX = Double.NaN;
            crosshair.hide();
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                window.showAll();
            }
        });
    }

    /** The readout at the pointer: the time, then a line for each value; empty while the pointer is elsewhere. */
    public List<String> readout() {
        return crosshair.readout();
    }

    /** Makes changes to the chart and draws it once. */
    void redraw(Runnable changes) {
        changes.run();
        showTime();
        if (!drawRequested) {
            drawRequested = true;
            Platform.runLater(this::draw);
        }
    }

    private void showTime() {
        chart.showTime(
                window.shown().get().getLowerBound(), window.shown().get().getUpperBound());
    }

    /** Shows nothing until the chart is drawn again: what was drawn last is of something else. */
    void clear() {
        surface.setVisible(false);
    }

    private void draw() {
        drawRequested = false;
        surface.setVisible(true);
        setAccessibleText(chart.summary());
        surface.draw();
        crosshair.refresh();
    }

    private void onPressed(MouseEvent event) {
        requestFocus();
        event.consume(); // a pane of tabs around it would take the focus, and the keys
        dragged = event.getButton() == MouseButton.PRIMARY ? markers.at(event.getX()) : null;
        if (dragged != null) {
            return;
        }
        if (event.getButton() == MouseButton.PRIMARY && inPlot(event.getX())) {
            pressedX = event.getX();
        } else if (event.getButton() == MouseButton.MIDDLE) {
            panX = event.getX();
        }
    }

    private void onDragged(MouseEvent event) {
        if (dragged != null) {
            place(dragged, event.getX());
        } else if (!Double.isNaN(pressedX)) {
            crosshair.showSelection(pressedX, event.getX());
        } else if (!Double.isNaN(panX)) {
            Rectangle2D area = area();
            window.pan((panX - event.getX()) / Math.max(1, area.getWidth()));
            panX = event.getX();
        }
    }

    private void onReleased(MouseEvent event) {
        if (!Double.isNaN(pressedX) && Math.abs(event.getX() - pressedX) >= MIN_DRAG) {
            double start = second(pressedX);
            double end = second(event.getX());
            window.show(Math.min(start, end), Math.max(start, end));
        } else if (!Double.isNaN(pressedX)) {
            onClick(event);
        }
        pressedX = Double.NaN;
        panX = Double.NaN;
        dragged = null;
        window.endGesture();
        crosshair.show(event.getX(), event.getY());
    }

    private void onClick(MouseEvent event) {
        crosshair.show(event.getX(), event.getY());
        Integer function = crosshair.functionAtPointer();
        if (function != null && event.getClickCount() == 1) {
            onLine.clicked(function, event.isShortcutDown());
        }
    }

    private void onScroll(ScrollEvent event) {
        // Some systems turn Shift with the wheel into a horizontal turn.
        double horizontal = event.getDeltaX() != 0 ? event.getDeltaX() : event.isShiftDown() ? event.getDeltaY() : 0;
        if (horizontal != 0) {
            window.pan(-Math.signum(horizontal) * PAN / 2);
        } else if (event.getDeltaY() != 0) {
            window.zoom(event.getDeltaY() > 0 ? 1 / WHEEL_STEP : WHEEL_STEP, second(event.getX()));
        }
        event.consume();
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> window.zoom(1 / STEP);
            case MINUS, SUBTRACT -> window.zoom(STEP);
            case A -> place(Markers.Marker.A);
            case B -> place(Markers.Marker.B);
            case DIGIT0, NUMPAD0 -> window.showAll();
            case LEFT -> {
                if (event.isAltDown()) {
                    window.back();
                } else {
                    window.pan(-PAN);
                }
            }
            case RIGHT -> {
                if (event.isAltDown()) {
                    window.forward();
                } else {
                    window.pan(PAN);
                }
            }
            case ESCAPE -> {
                if (Double.isNaN(pressedX)) {
                    return;
                }
                pressedX = Double.NaN;
                crosshair.hide();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Sets a marker at the pointer, or at the middle of the visible time while the pointer is elsewhere. */
    void place(Markers.Marker marker) {
        Rectangle2D area = area();
        place(marker, Double.isNaN(pointerX) ? area.getCenterX() : pointerX);
    }

    private void place(Markers.Marker marker, double x) {
        markers.place(marker, second(x));
        crosshair.refresh();
    }

    void clearMarkers() {
        markers.clear();
        crosshair.refresh();
    }

    /** What lies between the markers: the time, then bytes and mean rate; empty unless both are set. */
    public List<String> measurement() {
        return markers.measurement();
    }

    private boolean inPlot(double x) {
        Rectangle2D area = area();
        return x >= area.getMinX() && x <= area.getMaxX();
    }

    private double second(double x) {
        double at = Math.min(Math.max(x, area().getMinX()), area().getMaxX());
        return chart.time().java2DToValue(at, area(), RectangleEdge.BOTTOM);
    }

    private Rectangle2D area() {
        return surface.plotInfo().getSubplotCount() == 0
                ? new Rectangle2D.Double()
                : surface.plotInfo().getSubplotInfo(0).getDataArea();
    }

    /** The place of the upper plot in this pane. */
    Bounds plotBounds() {
        Rectangle2D area = area();
        return new BoundingBox(area.getX(), area.getY(), area.getWidth(), area.getHeight());
    }

    /** The heights of the plots, from the top, in pixels. */
    public List<Double> plotHeights() {
        return IntStream.range(0, surface.plotInfo().getSubplotCount())
                .mapToObj(plot ->
                        surface.plotInfo().getSubplotInfo(plot).getDataArea().getHeight())
                .toList();
    }

    /** The visible part of the time, in seconds. */
    Range timeRange() {
        return chart.time().getRange();
    }

    /** What the axis of a plot shows, in bit/s; the plot of each function is 0, that of all functions is 1. */
    Range bandwidthRange(int plot) {
        return chart.plots().get(plot).getRangeAxis().getRange();
    }
}
