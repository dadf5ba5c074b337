package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.ui.common.Desktop;

/** Actions on the runs selected in the list, and the import of archives. */
final class RunListActions extends VBox {
    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final Desktop desktop;

    RunListActions(ResultsViewModel model, ResultFormatter formatter, Desktop desktop) {
        super(6);
        this.model = model;
        this.formatter = formatter;
        this.desktop = desktop;
        FlowPane buttons = new FlowPane(6, 6, compare(), archive(), importButton());
        getChildren().add(buttons);
    }

    /** The result of an import, as a message. */
    static String importMessage(ResultFormatter formatter, RunArchive.ImportResult result) {
        String added = formatter.get("import.added", result.added().size() + "");
        return result.alreadyPresent().isEmpty()
                ? added
                : added + " " + formatter.get("import.there", String.join(", ", result.alreadyPresent()));
    }

    private Button compare() {
        Button compare = button("compare", formatter.get("compare"), formatter.get("compare.hint"));
        compare.disableProperty()
                .bind(Bindings.size(model.selection().chosen())
                        .lessThan(2)
                        .or(model.selection().underWay()));
        compare.setOnAction(event -> compareChosen());
        return compare;
    }

    /** Compares the selected runs. */
    void compareChosen() {
        model.selection().compare(model::fail);
    }

    private Button archive() {
        Button archive = button("archive", formatter.get("archive"), formatter.get("archive.hint"));
        archive.disableProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> model.selection().chosen().isEmpty()
                                        || model.selection().anyRunning(),
                                model.selection().chosen())
                        .or(model.selection().underWay()));
        archive.setOnAction(event -> desktop.chooseFileToSave(
                        formatter.get("archive.title"), archives(), "runs.faasnetlab.zip")
                .ifPresent(file -> model.selection()
                        .exportArchive(
                                file, paths -> model.exporting().written().setAll(paths), model::fail)));
        return archive;
    }

    private Button importButton() {
        Button importButton = button("import", formatter.get("import"), formatter.get("import.hint"));
        importButton.disableProperty().bind(model.selection().underWay());
        importButton.setOnAction(event -> {
            List<Path> files = desktop.chooseFilesToOpen(formatter.get("import.title"), importable());
            if (!files.isEmpty()) {
                model.importFiles(files);
            }
        });
        return importButton;
    }

    private Desktop.FileKind importable() {
        return new Desktop.FileKind(formatter.get("import.kind"), List.of("zip", "csv", "json", "jsonl", "txt"));
    }

    private Desktop.FileKind archives() {
        return new Desktop.FileKind(formatter.get("archive.kind"), "zip");
    }

    private static Button button(String id, String text, String hint) {
        Button button = new Button(text);
        button.setId("results-" + id);
        button.setTooltip(new Tooltip(hint));
        return button;
    }
}
