package org.faasnetlab.ui.experiment;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;
import org.kordamp.ikonli.feather.Feather;

/**
 * The experiments that wait, with their order and what happens next; takes no space while there are none. In the list,
 * Delete removes an experiment, and Alt with an arrow key moves it.
 */
public final class QueuePane extends VBox {
    private static final int VISIBLE_ROWS = 3;
    private static final double ROW = 46;

    private final Texts texts = Texts.of(QueuePane.class);
    private final ExperimentQueue queue;
    private final Dialogs dialogs;
    private final ListView<QueuedExperiment> list = new ListView<>();

    public QueuePane(ExperimentQueue queue, Dialogs dialogs) {
        this.queue = queue;
        this.dialogs = dialogs;
        setId("queue-pane");
        getStyleClass().addAll("card-pane", "queue-pane");
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(heading(), next(), halted(), list(), buttons());
        Visibility.showWhen(this, Bindings.isNotEmpty(queue.waiting()));
    }

    private Label heading() {
        Label heading = CardLabels.heading("");
        heading.setId("queue-title");
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("queue.title", queue.size() + "", DurationFormatter.format(queue.duration())),
                        queue.waiting()));
        return heading;
    }

    private Label next() {
        Label next = CardLabels.muted("");
        next.setId("queue-next");
        next.textProperty().bind(queue.canStart().map(can -> texts.get(can ? "queue.waits.user" : "queue.waits.run")));
        return Visibility.showWhen(next, queue.halted().isEmpty());
    }

    private Notice halted() {
        Notice halted = Notice.problem();
        halted.setId("queue-halted");
        queue.halted().subscribe(halted::show);
        return halted;
    }

    private ListView<QueuedExperiment> list() {
        list.setId("queue");
        list.getStyleClass().add("queue-list");
        list.setAccessibleText(texts.get("queue.list"));
        list.setItems(queue.waiting());
        list.setFixedCellSize(ROW);
        list.setCellFactory(unused -> new Cell());
        // The buttons of a row depend on its place.
        queue.waiting().addListener((InvalidationListener) changed -> list.refresh());
        list.prefHeightProperty()
                .bind(Bindings.min(VISIBLE_ROWS, Bindings.size(queue.waiting()))
                        .multiply(ROW)
                        .add(2));
        list.setMinHeight(USE_PREF_SIZE);
        list.setOnKeyPressed(this::onKey);
        return list;
    }

    private void onKey(KeyEvent event) {
        QueuedExperiment selected = list.getSelectionModel().getSelectedItem();
        if (selected == null) {
            return;
        }
        KeyCode key = event.getCode();
        if (key == KeyCode.DELETE) {
            queue.remove(selected);
            event.consume();
        } else if (event.isAltDown() && (key == KeyCode.UP || key == KeyCode.DOWN)) {
            move(selected, key == KeyCode.UP ? -1 : 1);
            event.consume();
        }
    }

    private void move(QueuedExperiment experiment, int places) {
        queue.move(experiment, places);
        list.getSelectionModel().select(experiment);
    }

    private HBox buttons() {
        Button start = Buttons.plain("queue-start", texts.get("queue.start"), queue::startNext);
        start.disableProperty().bind(queue.canStart().not());
        HBox row = new HBox(start, Buttons.plain("queue-clear", texts.get("queue.clear"), this::clear));
        row.getStyleClass().add("tool-row");
        return row;
    }

    private void clear() {
        List<QueuedExperiment> removed = queue.clear();
        dialogs.undoable(
                texts.get("queue.cleared", removed.size() + ""), texts.get("edits.undo"), () -> queue.restore(removed));
    }

    private final class Cell extends ListCell<QueuedExperiment> {
        private final Label title = new Label();
        private final Label facts = new Label();
        private final Button up =
                Buttons.iconOnly("queue-up", texts.get("queue.up"), Feather.ARROW_UP, () -> move(getItem(), -1));
        private final Button remove =
                Buttons.iconOnly("queue-remove", texts.get("queue.remove"), Feather.X, () -> queue.remove(getItem()));
        private final HBox row;

        Cell() {
            title.getStyleClass().add("queue-experiment");
            facts.getStyleClass().add("hint");
            VBox about = new VBox(title, facts);
            about.setMinWidth(0);
            title.setMinWidth(0);
            HBox.setHgrow(about, Priority.ALWAYS);
            row = new HBox(about, up, remove);
            row.getStyleClass().add("queue-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(QueuedExperiment experiment, boolean empty) {
            super.updateItem(experiment, empty);
            if (empty || experiment == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            int trials = experiment.estimate().trials();
            String time = DurationFormatter.format(experiment.estimate().duration());
            title.setText(experiment.title());
            String functions = experiment.plan().factors().functions().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            facts.setText(texts.get(functions.equals("1") ? "queue.facts.one" : "queue.facts", functions, time));
            String hint =
                    texts.get("queue.hint", experiment.title(), facts.getText(), trials + "", experiment.testbed());
            setTooltip(new Tooltip(hint));
            setAccessibleText(hint);
            up.setDisable(getIndex() == 0);
            setGraphic(row);
        }
    }
}
