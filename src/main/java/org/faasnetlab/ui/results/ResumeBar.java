package org.faasnetlab.ui.results;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.Visibility;

/** Offers to resume a run that has trials left. Takes no space otherwise. */
final class ResumeBar extends HBox {
    ResumeBar(ResultsViewModel model, ResumeViewModel again, ResultFormatter formatter) {
        super(10);
        setId("results-unfinished");
        getStyleClass().addAll("title-line", "question");
        Label sentence = new Label();
        sentence.textProperty()
                .bind(again.ready().map(ready -> formatter.get(ready ? "resume.ready" : "resume.not.ready")));
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button resume = Buttons.plain("results-resume", formatter.get("resume"), () -> again.resume(model::fail));
        resume.setDisable(true);
        again.ready().subscribe(ready -> resume.setDisable(!ready));
        getChildren().addAll(sentence, resume);
        model.run().subscribe(again::check);
        Visibility.showWhen(this, again.unfinished().isNotNull());
    }
}
