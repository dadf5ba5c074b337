package org.faasnetlab.ui.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.ui.common.InputField;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the files of the testbed go. */
final class StorageChoices implements Choices {
    private static final Logger LOG = LoggerFactory.getLogger(StorageChoices.class);

    private final Texts texts;
    private final InputField folder;

    StorageChoices(Texts texts, Path folder) {
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

    /** Only while {@link #valid}. */
    Path path() {
        return Path.of(folder.text().get().trim());
    }

    /** Space that is left for the files, or empty if it cannot be told. */
    Optional<DataSize> freeSpace() {
        if (!valid()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DataSize(Files.getFileStore(existing(path())).getUsableSpace()));
        } catch (IOException unknown) {
            LOG.info("The free space of {} cannot be told.", path(), unknown);
            return Optional.empty();
        }
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

    /** The folder, or where it would be made. */
    private static Path existing(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
