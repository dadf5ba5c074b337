package org.faasnetlab.ui.chart;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** Shows a node over the whole window, and puts it back: F11, and Escape to leave. */
final class FullSize {
    /** Above the screens, below dialogs. */
    private static final double VIEW_ORDER = -5;

    private final Pane home;
    private final Node content;
    private final StackPane cover = new StackPane();

    /** @param home the pane that holds the content */
    FullSize(Pane home, Node content) {
        this.home = home;
        this.content = content;
        cover.getStyleClass().add("full-size");
        cover.setViewOrder(VIEW_ORDER);
        home.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        cover.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    boolean isShown() {
        return cover.getParent() != null;
    }

    void toggle() {
        if (isShown()) {
            ((Pane) cover.getParent()).getChildren().remove(cover);
            cover.getChildren().clear();
            home.getChildren().add(content);
        } else if (root() instanceof Pane root) {
            home.getChildren().remove(content);
            cover.getChildren().setAll(content);
            root.getChildren().add(cover);
        }
        focus();
    }

    /** The keys must reach the chart wherever it is. */
    private void focus() {
        Node chart = content.lookup(".chart-pane");
        if (chart != null) {
            chart.requestFocus();
        }
    }

    private Parent root() {
        return home.getScene().getRoot();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F11 || (event.getCode() == KeyCode.ESCAPE && isShown())) {
            toggle();
            event.consume();
        }
    }
}
