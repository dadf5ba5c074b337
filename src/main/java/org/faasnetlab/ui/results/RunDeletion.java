package org.faasnetlab.ui.results;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.ui.common.Dialogs;

/** Deletes runs such that it can be undone: they leave the list immediately, and the store when the toast has gone. */
final class RunDeletion {
    /** As long as a toast with a button is shown. */
    private static final Duration UNDO_TIME = Duration.seconds(10);

    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final Dialogs dialogs;

    RunDeletion(ResultsViewModel model, ResultFormatter formatter, Dialogs dialogs) {
        this.model = model;
        this.formatter = formatter;
        this.dialogs = dialogs;
    }

    /** Runs in progress are not deleted. */
    void delete(List<RunRow> runs) {
        List<RunRow> deleted =
                runs.stream().filter(run -> run.status() != RunStatus.RUNNING).toList();
        if (deleted.isEmpty()) {
            return;
        }
        model.hide(deleted);
        PauseTransition later = new PauseTransition(UNDO_TIME);
        later.setOnFinished(event -> model.deleteHidden(deleted));
        later.play();
        String text = deleted.size() == 1
                ? formatter.get("deleted", deleted.get(0).title())
                : formatter.get("deleted.several", deleted.size() + "");
        dialogs.undoable(text, formatter.get("deleted.undo"), () -> {
            later.stop();
            model.undoHide(deleted);
        });
    }
}
