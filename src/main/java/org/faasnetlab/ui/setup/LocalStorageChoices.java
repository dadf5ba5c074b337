package org.faasnetlab.ui.setup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.FreeSpace;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.StepChoices;
import org.jspecify.annotations.Nullable;

/** The folder for the files of the testbed. */
final class LocalStorageChoices implements StepChoices {
    private final Texts texts;
    private final InputField folder;

    LocalStorageChoices(Texts texts, Path folder) {
        this.texts = texts;
        this.folder = new InputField(texts.get("storage.folder"), folder.toString(), this::problem);
    }

    InputField folder() {
        return folder;
    }

    @Override
    public List<InputField> fields() {
        return List.of(folder);
    }

    @Override
    public List<Observable> observables() {
        return List.of(folder.text());
    }

    /** Call only while {@link #valid}. */
    Path path() {
        return Path.of(folder.text().get().trim());
    }

    /** Free space for the files, or empty while {@link #valid} is false. */
    Optional<DataSize> freeSpace() {
        return valid() ? Optional.of(FreeSpace.at(existing(path()))) : Optional.empty();
    }

    private @Nullable String problem(String text) {
        Path path;
        try {
            path = Path.of(text.trim());
        } catch (InvalidPathException notAPath) {
            return texts.get("problem.folder");
        }
        if (!path.isAbsolute()) {
            return texts.get("problem.folder");
        }
        Path there = existing(path);
        return Files.isDirectory(there) && Files.isWritable(there) ? null : texts.get("problem.notWritable", there);
    }

    /** The folder, or the parent folder in which it would be created. */
    private static Path existing(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
