package org.faasnetlab.testbed.local.lambda;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes outdated logs of functions, and the directories that become empty. */
final class FileRetention implements Runnable {
    static final Duration KEPT = Duration.ofDays(14);
    private static final Logger LOG = LoggerFactory.getLogger(FileRetention.class);

    private final Path folder;
    private final Clock clock;

    FileRetention(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new RemoveOld(clock.instant().minus(KEPT)));
        } catch (IOException e) {
            LOG.warn("Cannot delete old function files in {}", folder, e);
        }
    }

    private final class RemoveOld extends SimpleFileVisitor<Path> {
        private final Instant oldest;

        RemoveOld(Instant oldest) {
            this.oldest = oldest;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.lastModifiedTime().toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
            if (failed != null) {
                throw failed;
            }
            boolean old = Files.getLastModifiedTime(visited).toInstant().isBefore(oldest);
            if (old && !visited.equals(folder)) {
                removeIfEmpty(visited);
            }
            return FileVisitResult.CONTINUE;
        }

        private void removeIfEmpty(Path folder) throws IOException {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                LOG.trace("{} is still in use", folder);
            }
        }
    }
}
