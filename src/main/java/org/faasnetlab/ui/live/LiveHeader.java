package org.faasnetlab.ui.live;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.Visibility;

/** Title of the run, and what can be done with it. */
final class LiveHeader extends HBox {
    private final LiveFormatter formatter;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label simulated = new Label();

    LiveHeader(LiveViewModel model, LiveFormatter formatter) {
        this.formatter = formatter;
        getStyleClass().add("live-header");
        HBox titleLine = new HBox(10, title, simulated);
        titleLine.getStyleClass().add("title-line");
        VBox names = new VBox(titleLine, subtitle);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        getChildren().addAll(names, other(model), again(model), stop(model), results(model));
        title.getStyleClass().add("page-title");
        title.setId("live-title");
        title.setMinWidth(0);
        subtitle.getStyleClass().add("page-subtitle");
        subtitle.setId("live-subtitle");
        simulated.setText(formatter.get("header.simulated"));
        simulated.setTooltip(new Tooltip(formatter.get("header.simulated.hint")));
        simulated.setMinWidth(Region.USE_PREF_SIZE);
        simulated.getStyleClass().addAll("badge", "warning");
        simulated.managedProperty().bind(simulated.visibleProperty());
    }

    void show(LiveSnapshot snapshot) {
        ProgressSnapshot progress = snapshot.progress();
        RunRow run = progress.run();
        title.setText(run == null ? "" : run.title());
        subtitle.setText(formatter.subtitle(progress));
        simulated.setVisible(progress.simulated());
    }

    private Button again(LiveViewModel model) {
        Button again = Buttons.plain("live-again", formatter.get("again"), model::runAgain);
        again.setTooltip(new Tooltip(formatter.get("again.hint")));
        return Visibility.showWhen(again, model.running().not().and(model.canRunAgain()));
    }

    private Button other(LiveViewModel model) {
        return Visibility.showWhen(
                Buttons.plain("live-other", formatter.get("other"), model::openExperiment),
                model.running().not());
    }

    private Button stop(LiveViewModel model) {
        Button stop = new Button(formatter.get("stop"));
        stop.setId("live-stop");
        stop.setTooltip(new Tooltip(formatter.get("stop.hint")));
        stop.getStyleClass().addAll("danger", "button-outlined");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> model.stop());
        stop.disableProperty().bind(model.canStop().not());
        stop.visibleProperty().bind(model.running());
        stop.managedProperty().bind(stop.visibleProperty());
        stop.textProperty().bind(model.stopping().map(stopping -> formatter.get(stopping ? "stop.under.way" : "stop")));
        return stop;
    }

    private Button results(LiveViewModel model) {
        Button results = new Button(formatter.get("open.results"));
        results.setId("live-open-results");
        results.getStyleClass().add("accent");
        results.setMinWidth(Region.USE_PREF_SIZE);
        results.setOnAction(event -> model.openResults());
        results.visibleProperty().bind(model.running().not());
        results.managedProperty().bind(results.visibleProperty());
        return results;
    }
}
