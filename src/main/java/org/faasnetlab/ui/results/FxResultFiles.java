package org.faasnetlab.ui.results;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** Files by the desktop's own dialogs. The folder of the last choice is offered first at the next. */
public final class FxResultFiles implements ResultFiles {
    private final Texts texts = Texts.of(FxResultFiles.class);
    private final Desktop desktop;
    private @Nullable File lastFolder;

    public FxResultFiles(Desktop desktop) {
        this.desktop = desktop;
    }

    @Override
    public Optional<Path> chooseFile(ExportKind kind, String suggestedName, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("export.title"));
        chooser.setInitialFileName(suggestedName);
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder); // one that is not there is refused by the chooser
        }
        String ending = "*." + kind.ending();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind.ending().toUpperCase(Locale.ROOT), ending));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            lastFolder = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public void showFolder(Path folder) {
        desktop.open(folder);
    }
}
