package org.faasnetlab.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.ChartSummary;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.DomainTexts;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * Shows a static chart, drawn as in an exported image. A click on a line, on its row or on its entry in the legend highlights
 * it, and with Ctrl hides or shows it.
 */
public final class ChartView extends StackPane {
    private final ObservableValue<ChartTheme> chartTheme;
    private final ObjectProperty<BandwidthUnit> unit;
    private final ChartMenu menu;
    private final StackPane frame = new StackPane();
    private final Label missing = new Label();
    private @Nullable ChartSurface surface;
    private @Nullable Crosshair crosshair;
    private @Nullable ChartData shown;
    private @Nullable ChartData last;
    private ChartMarks marks = ChartMarks.NONE;
    private UnaryOperator<ChartHeading> heading = UnaryOperator.identity();
    private final LineSelection lines = new LineSelection();
    private final List<Runnable> resets = new ArrayList<>();

    /** @param unit of bandwidth, in which the chart is also saved */
    public ChartView(ObservableValue<ChartTheme> chartTheme, ObjectProperty<BandwidthUnit> unit, ChartExports exports) {
        this.chartTheme = chartTheme;
        this.unit = unit;
        frame.getStyleClass().add("chart-pane");
        missing.getStyleClass().add("chart-missing");
        missing.setWrapText(true);
        frame.setFocusTraversable(true);
        frame.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.setOnMousePressed(event -> {
            frame.requestFocus();
            event.consume(); // a pane of tabs around it would take the focus, and the keys
        });
        getChildren().add(frame);
        setMinSize(0, 0);
        chartTheme.addListener((property, before, now) -> draw());
        unit.addListener((property, before, now) -> draw());
        menu = new ChartMenu(frame, this::visible, unit, exports, new FullSize(this, frame))
                .withLines(this::lineNames, line -> !lines.hidden().contains(line), line -> select(line, true))
                .with("reset", "menu.reset", this::reset, () -> !lineNames().isEmpty() || allowsLogAxis());
        menu.install(frame);
        frame.setOnMouseMoved(event -> {
            if (crosshair != null) {
                crosshair.show(event.getX(), event.getY());
                frame.setCursor(lineAt(event.getX(), event.getY()) == null ? Cursor.DEFAULT : Cursor.HAND);
            }
        });
        frame.setOnMouseClicked(event -> {
            Integer line = lineAt(event.getX(), event.getY());
            if (line != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                select(line, event.isShortcutDown());
            }
        });
        frame.setOnMouseExited(event -> {
            if (crosshair != null) {
                crosshair.hide();
            }
        });
    }

    /** The readout at the pointer, line by line; empty where nothing can be read. */
    public List<String> readout() {
        return crosshair == null ? List.of() : crosshair.readout();
    }

    /** The numbers of the lines that the user has highlighted. */
    Set<Integer> highlighted() {
        return lines.highlighted();
    }

    /** The place in this view of a line's entry in the legend. */
    Point2D legendPlace(int line) {
        return Objects.requireNonNull(surface, "no chart").legendPlace(line);
    }

    /** The place in this view of a point of a plot, in the coordinates of its axes. */
    Point2D place(int plot, double x, double y) {
        java.awt.geom.Point2D place =
                Objects.requireNonNull(surface, "no chart").reader().place(plot, 0, x, y);
        return new Point2D(place.getX(), place.getY());
    }

    /**
     * Offers logarithmic axes in the context menu, for charts for which they make sense.
     *
     * @param on changed by the menu; whoever shows the charts draws them accordingly
     * @param applies whether it is about the chart that is shown
     */
    public void offerLogAxis(BooleanProperty on, BooleanSupplier applies) {
        menu.withChoice("log-axis", "menu.logAxis", on, () -> allowsLogAxis() && applies.getAsBoolean());
        resets.add(() -> {
            if (applies.getAsBoolean()) {
                on.set(false);
            }
        });
    }

    private boolean allowsLogAxis() {
        return shown != null && shown.logDrawing() != null;
    }

    private List<String> lineNames() {
        return shown == null ? List.of() : chartTheme.getValue().texts(shown.lineNames());
    }

    /** The number of the line at a place, of its row or of its entry in the legend; null if there is none. */
    private @Nullable Integer lineAt(double x, double y) {
        List<String> names = lineNames();
        if (names.isEmpty() || surface == null || crosshair == null) {
            return null;
        }
        Integer entry = surface.legendLine(x, y);
        Integer line = entry == null ? surface.reader().row(x, y) : entry;
        int number = line == null ? names.indexOf(crosshair.nameAtPointer()) : line;
        return number < 0 || number >= names.size() ? null : number;
    }

    /** @param hide or show it, in place of highlighting it */
    private void select(int line, boolean hide) {
        if (!hide) {
            lines.toggleHighlight(line);
        } else if (lines.hidden().contains(line)
                || lines.hidden().size() < lineNames().size() - 1) {
            // One stays: an empty chart would have no scale.
            lines.toggleHidden(line);
        }
        draw();
    }

    private void reset() {
        lines.reset();
        resets.forEach(Runnable::run);
        draw();
    }

    /** The chart without hidden lines; null if there is none. */
    private @Nullable ChartData visible() {
        return shown == null || lines.hidden().isEmpty() ? shown : shown.withoutLines(lines.hidden());
    }

    /** The chart theme that matches the window's theme: charts do not use stylesheets. */
    public static ObservableValue<ChartTheme> theme(ObservableValue<Boolean> dark) {
        DomainTexts texts = new DomainTexts();
        return dark.map(on -> (on ? ChartTheme.DARK : ChartTheme.LIGHT).in(texts));
    }

    /** Sets how the heading is drawn here, for a view that has it beside the chart; exported images have it all. */
    public void setHeading(UnaryOperator<ChartHeading> drawn) {
        heading = drawn;
    }

    /** Sets what stands in place of a chart that has too few values to be drawn. */
    public void setMissing(String text) {
        missing.setText(text);
    }

    /** Shows this chart in place of the previous one; null clears the view. */
    public void show(@Nullable ChartData chart) {
        if (chart != null && !isLike(chart)) {
            lines.reset();
            last = chart;
        }
        shown = chart;
        draw();
    }

    /** Whether a chart has the same lines of the same runs as the one shown last. */
    private boolean isLike(ChartData chart) {
        return last != null
                && chart.head().title().equals(last.head().title())
                && chart.lineNames().equals(last.lineNames());
    }

    private void draw() {
        marks = ChartMarks.NONE;
        if (crosshair != null) {
            // What was read belongs to the chart before.
            crosshair.hide();
        }
        ChartData visible = visible();
        if (visible == null) {
            frame.getChildren().clear();
            frame.setAccessibleText(null);
            return;
        }
        if (shown != null && !shown.isDrawable()) {
            frame.getChildren().setAll(missing);
            frame.setAccessibleText(missing.getText());
            return;
        }
        ChartTheme theme = chartTheme.getValue().highlighting(lines.highlighted());
        JFreeChart chart = visible.draw(theme, unit.getValue());
        ChartFrame.applyTheme(chart, heading.apply(visible.head()), theme);
        marks = visible.marks(chartTheme.getValue(), unit.getValue());
        frame.setAccessibleText(ChartSummary.of(visible, chart, theme, unit.getValue()));
        if (surface == null) {
            surface = new ChartSurface(chart);
            crosshair = new Crosshair(surface, () -> marks, chartTheme::getValue, null);
        } else {
            surface.setChart(chart);
        }
        frame.getChildren().setAll(surface);
    }
}
