package org.faasnetlab.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.faasnetlab.ui.common.Desktop;
import org.jspecify.annotations.Nullable;

/** The desktop, accessed through JavaFX. Each file dialog starts in the folder of the last choice. */
final class FxDesktop implements Desktop {
    private final Window window;
    private final HostServices host;
    private @Nullable File lastFolder;

    FxDesktop(Window window, HostServices host) {
        this.window = window;
        this.host = host;
    }

    @Override
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public void copy(Image image) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, image));
    }

    @Override
    public void open(Path folder) {
        host.showDocument(folder.toUri().toString());
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path first) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (Files.isDirectory(first)) {
            chooser.setInitialDirectory(first.toFile()); // the chooser throws if the folder does not exist
        }
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFileToOpen(String title, FileKind kind) {
        return chosen(chooser(title, kind).showOpenDialog(window));
    }

    @Override
    public List<Path> chooseFilesToOpen(String title, FileKind kind) {
        List<File> files = chooser(title, kind).showOpenMultipleDialog(window);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        lastFolder = files.get(0).getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFileToSave(String title, FileKind kind, String suggestedName) {
        FileChooser chooser = chooser(title, kind);
        chooser.setInitialFileName(suggestedName);
        return chosen(chooser.showSaveDialog(window));
    }

    private FileChooser chooser(String title, FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder); // the chooser throws if the folder does not exist
        }
        List<String> patterns =
                kind.extensions().stream().map(extension -> "*." + extension).toList();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), patterns));
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
