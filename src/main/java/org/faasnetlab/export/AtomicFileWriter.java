package org.faasnetlab.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file in one piece: first beside its place, then moved into it, so that a failure leaves what was there
 * before.
 */
public final class AtomicFileWriter {

    /**
     * Writes the content of a file; the stream is buffered and closed by the caller. An {@link IOException} is a failure
     * to write, a {@link LabException} one to read what is written.
     */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException, LabException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFileWriter.class);

    private AtomicFileWriter() {}

    public static void write(Path file, Content content) throws LabException {
        write(Map.of(file, content));
    }

    /** Writes several files; none is moved into its place before all are written. */
    public static void write(Map<Path, Content> files) throws LabException {
        for (Path file : files.keySet()) {
            if (Files.isDirectory(file)) {
                throw new LabException(
                        LabException.Kind.FAILED,
                        Phrase.of("{0} is a folder, not a file.", file),
                        Phrase.of("Specify a file."),
                        new FileSystemException(file.toString()));
            }
            // Moving a file into the place of a device would take the device away.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new LabException(
                        LabException.Kind.FAILED,
                        Phrase.of("{0} is a device or a pipe, not a file.", file),
                        Phrase.of("Specify a file."),
                        new FileSystemException(file.toString()));
            }
        }
        Map<Path, Path> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                writePart(file.getKey(), file.getValue(), parts);
            }
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                move(part.getValue(), part.getKey());
            }
        } finally {
            parts.values().forEach(AtomicFileWriter::deletePart);
        }
    }

    /** The part is a new file: nothing that a user named like it is overwritten, and no link is followed. */
    private static void writePart(Path file, Content content, Map<Path, Path> parts) throws LabException {
        try {
            Path part = partFile(file);
            OutputStream created = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            parts.put(file, part);
            try (OutputStream out = new BufferedOutputStream(created)) {
                content.writeTo(out);
            }
        } catch (IOException e) {
            throw toException(file, e);
        }
    }

    /** Where a link leads, so that the link stays one. */
    private static Path target(Path file) throws IOException {
        return Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static Path partFile(Path file) throws IOException {
        Path target = target(file);
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    private static void move(Path part, Path file) throws LabException {
        try {
            Path target = target(file);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw toException(file, e);
        }
    }

    private static void deletePart(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("Cannot delete the incomplete file {}", part, e);
        }
    }

    /**
     * Refuses files beside the one that the user named if they are links: writing would replace a file elsewhere that
     * nobody named.
     */
    static void requireNoLinks(List<Path> derived) throws LabException {
        for (Path file : derived) {
            if (Files.isSymbolicLink(file)) {
                throw new LabException(
                        LabException.Kind.FAILED,
                        Phrase.of("{0} is a symbolic link, and is also written.", file),
                        Phrase.of("Delete the link, or specify another file."),
                        new FileSystemException(file.toString()));
            }
        }
    }

    /** The failure to write a file, with a message for the user. */
    public static LabException toException(Path file, IOException e) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("not enough space")) {
            return new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("No space left on the disk that contains {0}.", folder),
                    Phrase.of("Free some space, or choose another folder."),
                    e);
        }
        if (e instanceof NoSuchFileException) {
            return new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Folder {0} does not exist.", folder),
                    Phrase.of("Create it first, or choose another folder."),
                    e);
        }
        if (e instanceof AccessDeniedException) {
            return new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Folder {0} is not writable.", folder),
                    Phrase.of("Choose another folder."),
                    e);
        }
        return new LabException(
                LabException.Kind.FAILED,
                Phrase.of("Cannot write {0}: {1}.", target, e.getMessage()),
                Phrase.of("Choose another folder."),
                e);
    }
}
