package org.faasnetlab.chart.timeline;

/** How the line of each function of a timeline is drawn. */
public interface LineStyles {
    /** Each function in the style of its own number. */
    LineStyles BY_INDEX = functionIndex -> functionIndex;

    /** Number of a function's line in the theme, which gives it its colour and width. */
    int number(int functionIndex);

    /** Whether this line stands out. */
    default boolean isHighlighted(int functionIndex) {
        return false;
    }

    /** Whether another line is highlighted, so that this one is pale. */
    default boolean isPale(int functionIndex) {
        return false;
    }
}
