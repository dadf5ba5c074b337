package org.faasnetlab.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * The visible part of the time axis, in seconds. It follows the whole range as that grows, until the user zooms into a
 * part of it. The user can go back to the parts shown before, and forward again.
 */
public final class TimeWindow {
    private static final double MIN_SECONDS = 0.2;
    private static final int MAX_STEPS_BACK = 50;

    private final ReadOnlyObjectWrapper<Range> shown = new ReadOnlyObjectWrapper<>(new Range(0, 1));
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    /** Parts shown before, the latest first; null stands for the whole range. */
    private final Deque<Step> before = new ArrayDeque<>();

    private final Deque<Step> after = new ArrayDeque<>();
    private double fullRange = 1;
    private boolean gesture;

    /** A part of the range, or the whole range if null. */
    private record Step(@Nullable Range part) {}

    public TimeWindow() {
        follow.addListener((property, was, now) -> {
            if (now) {
                shown.set(new Range(0, fullRange));
            }
        });
    }

    /** Whether the whole range is shown; setting it to true shows the whole range. */
    public BooleanProperty follow() {
        return follow;
    }

    /** The visible part. */
    public ReadOnlyObjectProperty<Range> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether there is a part to which {@link #back} goes. */
    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    /** Whether there is a part to which {@link #forward} goes. */
    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Sets the whole range: from T0 to this many seconds after it. */
    public void setFullRange(double seconds) {
        fullRange = Math.max(seconds, MIN_SECONDS);
        if (follow.get()) {
            shown.set(new Range(0, fullRange));
        }
    }

    /** Forgets the parts shown so far and shows the whole range, for other data. */
    public void reset() {
        before.clear();
        after.clear();
        gesture = false;
        follow.set(true);
        updateHistory();
    }

    /** Shows the whole range. */
    public void showAll() {
        remember();
        gesture = false;
        follow.set(true);
    }

    /**
     * Shows a part of the range, clipped to the whole; a part that covers the whole range makes the window follow it
     * again.
     */
    public void show(double from, double to) {
        remember();
        gesture = false;
        apply(from, to);
    }

    /** Lengthens (factor above 1) or shortens the visible part; the given second keeps its place. */
    public void zoom(double factor, double around) {
        Range now = shown.get();
        rememberOnce();
        double from = around - (around - now.getLowerBound()) * factor;
        apply(from, from + now.getLength() * factor);
    }

    /** Lengthens or shortens the visible part about its middle. */
    public void zoom(double factor) {
        zoom(factor, shown.get().getCentralValue());
    }

    /** Moves by a share of the visible part, at most to the ends of the range. */
    public void pan(double share) {
        if (follow.get()) {
            return;
        }
        rememberOnce();
        double length = shown.get().getLength();
        double from = Math.min(Math.max(0, shown.get().getLowerBound() + share * length), fullRange - length);
        apply(from, from + length);
    }

    /** Ends a series of small steps, which the history holds as one. */
    public void endGesture() {
        gesture = false;
    }

    /** Shows the part that was shown before. */
    public void back() {
        move(before, after);
    }

    /** Undoes {@link #back}. */
    public void forward() {
        move(after, before);
    }

    private void move(Deque<Step> from, Deque<Step> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(current());
        Step target = from.pop();
        gesture = false;
        if (target.part() == null) {
            follow.set(true);
        } else {
            apply(target.part().getLowerBound(), target.part().getUpperBound());
        }
        updateHistory();
    }

    private void rememberOnce() {
        if (!gesture) {
            remember();
            gesture = true;
        }
    }

    private void remember() {
        Step now = current();
        if (!now.equals(before.peek())) {
            before.push(now);
        }
        if (before.size() > MAX_STEPS_BACK) {
            before.removeLast();
        }
        after.clear();
        updateHistory();
    }

    private Step current() {
        return new Step(follow.get() ? null : shown.get());
    }

    private void updateHistory() {
        canGoBack.set(!before.isEmpty());
        canGoForward.set(!after.isEmpty());
    }

    private void apply(double from, double to) {
        double start = Math.max(0, from);
        double end = Math.min(fullRange, to);
        if (end - start < MIN_SECONDS) {
            double middle = Math.min(Math.max((from + to) / 2, MIN_SECONDS / 2), fullRange - MIN_SECONDS / 2);
            start = middle - MIN_SECONDS / 2;
            end = middle + MIN_SECONDS / 2;
        }
        boolean all = start <= 0 && end >= fullRange;
        follow.set(all);
        shown.set(new Range(start, end));
    }
}
