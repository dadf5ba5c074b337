package org.faasnetlab.ui.common.control;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A grid of names on the left and values on the right. */
public final class FactGrid extends GridPane {

    /** @param nameWidth width of the left column in pixels */
    public FactGrid(double nameWidth) {
        getStyleClass().add("fact-grid");
        ColumnConstraints names = new ColumnConstraints(nameWidth);
        ColumnConstraints facts = new ColumnConstraints();
        facts.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, facts);
    }

    public void add(String name, String fact) {
        Node left = CardLabels.muted(name);
        setValignment(left, VPos.TOP);
        addRow(getRowCount(), left, CardLabels.line(fact));
    }

    public void clear() {
        getChildren().clear();
    }
}
