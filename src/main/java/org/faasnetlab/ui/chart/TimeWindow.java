package org.faasnetlab.ui.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jfree.data.Range;

/**
 * The visible part of the time axis, which several charts can share. It follows the whole range as that grows, until
 * the user zooms into a part of it.
 */
public final class TimeWindow {
    private static final double MIN_SECONDS = 0.2;

    private final ReadOnlyObjectWrapper<Range> shown = new ReadOnlyObjectWrapper<>(new Range(0, 1));
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private double whole = 1;

    public TimeWindow() {
        follow.addListener((property, before, now) -> {
            if (now) {
                showAll();
            }
        });
    }

    /** Whether the whole range is shown; setting it to true shows the whole range. */
    public BooleanProperty follow() {
        return follow;
    }

    ReadOnlyObjectProperty<Range> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Sets the whole range: from T0 to this many seconds after it. */
    public void setWhole(double seconds) {
        whole = Math.max(seconds, MIN_SECONDS);
        if (follow.get()) {
            showAll();
        }
    }

    /**
     * Shows a part of the range, clipped to the whole; a part that covers the whole range makes the window follow it
     * again.
     */
    void look(double from, double to) {
        double start = Math.max(0, from);
        double end = Math.min(whole, to);
        if (end - start < MIN_SECONDS) {
            double middle = Math.min(Math.max((from + to) / 2, MIN_SECONDS / 2), whole - MIN_SECONDS / 2);
            start = middle - MIN_SECONDS / 2;
            end = middle + MIN_SECONDS / 2;
        }
        boolean all = start <= 0 && end >= whole;
        follow.set(all);
        shown.set(new Range(start, end));
    }

    /** Lengthens (factor above 1) or shortens the visible part about its middle. */
    void zoom(double factor) {
        double middle = shown.get().getCentralValue();
        double half = shown.get().getLength() * factor / 2;
        look(middle - half, middle + half);
    }

    /** Moves by a share of the visible part, at most to the ends of the range. */
    void pan(double share) {
        double length = shown.get().getLength();
        double from = Math.min(Math.max(0, shown.get().getLowerBound() + share * length), whole - length);
        look(from, from + length);
    }

    private void showAll() {
        shown.set(new Range(0, whole));
    }
}
