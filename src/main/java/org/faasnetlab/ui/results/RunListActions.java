package org.faasnetlab.ui.results;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.control.Visibility;

/** Actions on the runs selected in the list, and the import of archives. */
final class RunListActions extends VBox {
    private final ResultsViewModel model;
    private final ResultFormatter words;
    private final Desktop desktop;

    RunListActions(ResultsViewModel model, ResultFormatter words, Desktop desktop) {
        super(6);
        this.model = model;
        this.words = words;
        this.desktop = desktop;
        FlowPane buttons = new FlowPane(6, 6, compare(), archive(), bring());
        Label imported = new Label();
        imported.setId("results-imported");
        imported.setWrapText(true);
        model.gathering().imported().subscribe(now -> imported.setText(now == null ? "" : said(now)));
        getChildren()
                .addAll(
                        buttons,
                        Visibility.showWhen(
                                imported, model.gathering().imported().isNotNull()));
    }

    private String said(RunArchive.ImportResult brought) {
        String added = words.get("import.added", brought.added().size() + "");
        return brought.alreadyPresent().isEmpty()
                ? added
                : added + " " + words.get("import.there", String.join(", ", brought.alreadyPresent()));
    }

    private Button compare() {
        Button compare = button("compare", words.get("compare"), words.get("compare.hint"));
        compare.disableProperty()
                .bind(Bindings.size(model.gathering().chosen())
                        .lessThan(2)
                        .or(model.gathering().underWay()));
        compare.setOnAction(event -> model.gathering().compare(model::fail));
        return compare;
    }

    private Button archive() {
        Button archive = button("archive", words.get("archive"), words.get("archive.hint"));
        archive.disableProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> model.gathering().chosen().isEmpty()
                                        || model.gathering().anyUnderWay(),
                                model.gathering().chosen())
                        .or(model.gathering().underWay()));
        archive.setOnAction(event -> desktop.chooseFileToSave(
                        words.get("archive.title"), archives(), "runs.faasnetlab.zip")
                .ifPresent(file -> model.gathering()
                        .write(file, paths -> model.exporting().written().setAll(paths), model::fail)));
        return archive;
    }

    private Button bring() {
        Button bring = button("import", words.get("import"), words.get("import.hint"));
        bring.disableProperty().bind(model.gathering().underWay());
        bring.setOnAction(event -> desktop.chooseFileToOpen(words.get("import.title"), archives())
                .ifPresent(file -> model.gathering().read(file, model::refresh, model::fail)));
        return bring;
    }

    private Desktop.FileKind archives() {
        return new Desktop.FileKind(words.get("archive.kind"), "zip");
    }

    private static Button button(String id, String text, String hint) {
        Button button = new Button(text);
        button.setId("results-" + id);
        button.setTooltip(new Tooltip(hint));
        return button;
    }
}
