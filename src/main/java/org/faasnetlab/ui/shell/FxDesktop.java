package org.faasnetlab.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.faasnetlab.ui.common.Desktop;

/** The desktop, accessed through JavaFX. */
final class FxDesktop implements Desktop {
    private final Window window;
    private final HostServices host;

    FxDesktop(Window window, HostServices host) {
        this.window = window;
        this.host = host;
    }

    @Override
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
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
}
