package org.faasnetlab.ui.chart;

import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** Which lines of a chart the user has highlighted and hidden, by their numbers. */
final class LineSelection {
    private final ObservableSet<Integer> highlighted = FXCollections.observableSet();
    private final ObservableSet<Integer> hidden = FXCollections.observableSet();

    /** Lines that stand out; the others are pale unless there are none. */
    ObservableSet<Integer> highlighted() {
        return highlighted;
    }

    /** Lines that are not drawn. */
    ObservableSet<Integer> hidden() {
        return hidden;
    }

    /** Highlights a line, or stops that; one that was hidden is shown again. */
    void toggleHighlight(int line) {
        hidden.remove(line);
        if (!highlighted.remove(line)) {
            highlighted.add(line);
        }
    }

    /** Hides a line, or shows it again. */
    void toggleHidden(int line) {
        highlighted.remove(line);
        if (!hidden.remove(line)) {
            hidden.add(line);
        }
    }

    /** Draws all lines alike again. */
    void reset() {
        highlighted.clear();
        hidden.clear();
    }
}
