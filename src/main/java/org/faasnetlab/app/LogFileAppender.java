package org.faasnetlab.app;

import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.faasnetlab.testbed.local.process.PrivateFiles;

/**
 * Writes the log to a file that only the user can read. When it exceeds its size, older files are renamed and the oldest
 * is deleted. Unlike the appenders of the library it accepts any path: in theirs, a percent sign is a placeholder.
 *
 * @param <E> the type of log events
 */
public final class LogFileAppender<E> extends FileAppender<E> {
    /** The system property with the folder. */
    static final String FOLDER = "faasnetlab.logs";

    private static final String NAME = "faasnetlab";
    private static final int OLDER_FILES = 3;
    private static final int CHECK_EVERY = 100;

    private long maxBytes = 5_000_000;
    private int untilCheck = CHECK_EVERY;

    void setMaxBytes(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void start() {
        setFile(file("").toString());
        super.start();
    }

    private static Path file(String number) {
        String folder = System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"));
        return Path.of(folder).resolve(NAME + number + ".log");
    }

    @Override
    public void openFile(String name) throws IOException {
        Path file = Path.of(name).toAbsolutePath();
        PrivateFiles.createDirectories(file.resolveSibling(""));
        if (Files.notExists(file)) {
            PrivateFiles.createFile(file);
        } else if (!PrivateFiles.restrictIfOwn(file)) {
            addWarn(file + " belongs to another user");
        }
        super.openFile(name);
    }

    @Override
    protected void subAppend(E event) {
        streamWriteLock.lock();
        try {
            untilCheck--;
            if (untilCheck <= 0) {
                untilCheck = CHECK_EVERY;
                rotateIfLarge();
            }
        } finally {
            streamWriteLock.unlock();
        }
        super.subAppend(event);
    }

    private void rotateIfLarge() {
        Path file = file("");
        try {
            if (!Files.exists(file) || Files.size(file) < maxBytes) {
                return;
            }
            closeOutputStream();
            for (int number = OLDER_FILES - 1; number >= 1; number--) {
                Path older = file("." + number);
                if (Files.exists(older)) {
                    Files.move(older, file("." + (number + 1)), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(file, file(".1"), StandardCopyOption.REPLACE_EXISTING);
            openFile(file.toString());
        } catch (IOException e) {
            addError("Cannot rotate " + file, e);
        }
    }
}
