package org.faasnetlab.ui.results.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** Export file dialogs of the desktop. Each starts in the folder of the last choice. */
public final class FxResultFileChooser implements ResultFileChooser {
    private final Texts texts = Texts.of(FxResultFileChooser.class);
    private final Desktop desktop;
    private @Nullable File lastFolder;

    public FxResultFileChooser(Desktop desktop) {
        this.desktop = desktop;
    }

    @Override
    public Optional<Path> chooseFile(ExportFormat format, String suggestedName, Window owner) {
        FileChooser chooser = chooser("export.title", format.extension().toUpperCase(Locale.ROOT), format.extension());
        chooser.setInitialFileName(suggestedName);
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> chooseArchiveToWrite(String suggestedName, Window owner) {
        FileChooser chooser = chooser("archive.title", texts.get("archive.kind"), "zip");
        chooser.setInitialFileName(suggestedName);
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> chooseArchiveToRead(Window owner) {
        return chosen(chooser("import.title", texts.get("archive.kind"), "zip").showOpenDialog(owner));
    }

    private FileChooser chooser(String title, String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder); // the chooser throws if the folder does not exist
        }
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + ending));
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public void showFolder(Path folder) {
        desktop.open(folder);
    }
}
