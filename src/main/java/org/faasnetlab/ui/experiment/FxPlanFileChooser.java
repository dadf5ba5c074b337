package org.faasnetlab.ui.experiment;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** Plan file dialogs of the desktop. Each starts in the folder of the last choice. */
public final class FxPlanFileChooser implements PlanFileChooser {
    private final Texts texts = Texts.of(FxPlanFileChooser.class);
    private @Nullable File lastFolder;

    @Override
    public Optional<Path> toOpen(Window owner) {
        return chosen(chooser("plan.open.title").showOpenDialog(owner));
    }

    @Override
    public Optional<Path> toSave(String suggestedName, Window owner) {
        FileChooser chooser = chooser("plan.save.title");
        chooser.setInitialFileName(suggestedName);
        return chosen(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder); // the chooser throws if the folder does not exist
        }
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("plan.kind"), "*.yaml", "*.yml", "*.json"));
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
