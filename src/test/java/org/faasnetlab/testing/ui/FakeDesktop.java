package org.faasnetlab.testing.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.faasnetlab.ui.common.Desktop;

/**
 * A desktop without dialogs: files are chosen in a folder under the suggested name, and what is shown or copied is
 * recorded.
 */
public final class FakeDesktop implements Desktop {
    private final Path folder;
    private final String fileToOpen;
    private final List<Path> opened = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();

    /** @param fileToOpen name of the file that the user chooses to open */
    public FakeDesktop(Path folder, String fileToOpen) {
        this.folder = folder;
        this.fileToOpen = fileToOpen;
    }

    /** The folders that were shown in the file manager. */
    public List<Path> opened() {
        return opened;
    }

    /** The texts that were put on the clipboard. */
    public List<String> copied() {
        return copied;
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void copy(Image image) {
        copied.add("image of " + (int) image.getWidth() + " x " + (int) image.getHeight());
    }

    @Override
    public void open(Path shown) {
        opened.add(shown);
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path first) {
        return Optional.of(folder);
    }

    @Override
    public Optional<Path> chooseFileToOpen(String title, FileKind kind) {
        return Optional.of(folder.resolve(fileToOpen));
    }

    @Override
    public List<Path> chooseFilesToOpen(String title, FileKind kind) {
        return List.of(folder.resolve(fileToOpen));
    }

    @Override
    public Optional<Path> chooseFileToSave(String title, FileKind kind, String suggestedName) {
        return Optional.of(folder.resolve(suggestedName));
    }
}
