package org.faasnetlab.ui.results;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;

/** Notices between the header and the run: a problem, why the run failed, a confirmation, an exported file. */
final class ResultsNotices extends VBox {
    private final ResultsViewModel model;
    private final ResultFormatter formatter;

    ResultsNotices(ResultsViewModel model, ResultFormatter formatter, Desktop desktop) {
        this.model = model;
        this.formatter = formatter;
        getStyleClass().add("results-news");
        getChildren().addAll(problem(), runMessage(), deleteQuestion(), written(desktop));
        Visibility.showWithChildren(this);
    }

    private HBox problem() {
        Notice notice = Notice.problem();
        notice.setId("results-problem");
        model.problem().subscribe(now -> notice.show(now));
        Button again = new Button(formatter.get("problem.again"));
        again.setId("results-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> model.refresh());
        HBox.setHgrow(notice, Priority.ALWAYS);
        HBox line = new HBox(10, notice, again);
        line.getStyleClass().add("title-line");
        return Visibility.showWhen(line, model.problem().isNotNull());
    }

    private Notice runMessage() {
        Notice notice = Notice.problem();
        notice.setId("results-run-message");
        model.run().subscribe(now -> notice.show(message(now)));
        return notice;
    }

    private static String message(RunRow run) {
        return run == null || run.message() == null ? "" : run.message();
    }

    private HBox deleteQuestion() {
        Label question = new Label(formatter.get("delete.ask"));
        question.setWrapText(true);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        Button yes = new Button(formatter.get("delete.yes"));
        yes.setId("results-delete-yes");
        yes.getStyleClass().add("danger");
        yes.setMinWidth(Region.USE_PREF_SIZE);
        yes.setOnAction(event -> model.delete());
        Button no = new Button(formatter.get("delete.no"));
        no.setId("results-delete-no");
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(event -> model.confirmingDelete().set(false));
        no.setCancelButton(true);
        HBox line = new HBox(10, question, no, yes);
        line.getStyleClass().addAll("title-line", "question");
        model.confirmingDelete().addListener((property, before, now) -> {
            if (now) {
                no.requestFocus();
            }
        });
        return Visibility.showWhen(line, model.confirmingDelete());
    }

    private HBox written(Desktop desktop) {
        Label sentence = new Label();
        sentence.setId("results-written");
        sentence.setWrapText(true);
        BooleanBinding any = Bindings.isNotEmpty(model.exporting().written());
        sentence.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> formatter.written(model.exporting().written()),
                        model.exporting().written()));
        Button show = new Button(formatter.get("export.show"));
        show.setId("results-show-folder");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(event -> showFolder(desktop));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(10, sentence, show);
        line.getStyleClass().addAll("title-line", "success-line");
        return Visibility.showWhen(line, any);
    }

    private void showFolder(Desktop desktop) {
        Path folder = model.exporting().written().get(0).toAbsolutePath().getParent();
        if (folder != null) {
            desktop.open(folder);
        }
    }
}
