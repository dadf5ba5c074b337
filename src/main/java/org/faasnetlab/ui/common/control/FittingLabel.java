package org.faasnetlab.ui.common.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * A label that shows the longest of several versions of a text for which it has room, so that numbers and states are never
 * cut. Its tooltip and screen readers have the longest.
 */
public final class FittingLabel extends Label {
    private static final double TOOLTIP_WIDTH = 520;

    private final Text measured = new Text();
    private final Tooltip whole = new Tooltip();
    private List<String> versions = List.of("");

    public FittingLabel() {
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        setTooltip(whole);
    }

    /**
     * Shows the first of these texts that fits into the width, or the last one.
     *
     * @param longestFirst at least one
     */
    public void show(List<String> longestFirst) {
        versions = List.copyOf(longestFirst);
        whole.setText(versions.get(0));
        setAccessibleText(versions.get(0));
        setText(versions.get(0));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        setText(versions.stream().filter(this::fits).findFirst().orElse(versions.get(versions.size() - 1)));
        super.layoutChildren();
    }

    private boolean fits(String version) {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        measure(version);
        if (!isWrapText()) {
            return Math.ceil(measured.getLayoutBounds().getWidth()) <= width;
        }
        measured.setWrappingWidth(Math.max(1, width));
        return measured.getLayoutBounds().getHeight() <= height;
    }

    private void measure(String version) {
        measured.setFont(getFont());
        measured.setWrappingWidth(0);
        measured.setText(version);
    }

    /** That of the longest version, so that it takes its room back. */
    @Override
    protected double computePrefWidth(double height) {
        return width(versions.get(0));
    }

    @Override
    protected double computeMinWidth(double height) {
        return isWrapText() ? 0 : width(versions.get(versions.size() - 1));
    }

    private double width(String version) {
        measure(version);
        return snappedLeftInset() + Math.ceil(measured.getLayoutBounds().getWidth()) + snappedRightInset();
    }
}
