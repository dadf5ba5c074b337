package org.faasnetlab.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.LabOpener;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Creates the folders, configures the log file and assembles the lab. */
final class AppOpener implements LabOpener {

    /** Assembles the lab from its folders, which exist. */
    @FunctionalInterface
    interface Assembly {
        Lab assemble(AppDirectories directories) throws LabException;
    }

    private final Assembly assembly;
    private AppDirectories directories;

    AppOpener(AppDirectories usual, Assembly assembly) {
        this.assembly = assembly;
        this.directories = usual;
        if (usual.logs().isAbsolute()) {
            System.setProperty(LogFileAppender.FOLDER, usual.logs().toString());
        }
    }

    @Override
    public Lab open(@Nullable Path data) throws LabException {
        createFolders(data);
        return assembly.assemble(directories);
    }

    @Override
    public void createFolders(@Nullable Path data) throws LabException {
        if (data != null) {
            directories = AppDirectories.under(data.toAbsolutePath().normalize());
        }
        if (!directories.data().isAbsolute()) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    "The home folder of this user is unknown.",
                    "Specify a data folder with --data or the environment variable " + AppDirectories.OVERRIDE + ".");
        }
        make(directories.data());
        make(directories.config());
        make(directories.cache());
        make(directories.logs());
        if (data != null) {
            placeLog(directories.logs());
        }
        LoggerFactory.getILoggerFactory(); // SLF4J complains on the console if two threads are its first users
    }

    /** The folders in use: the user's own until {@link #open} names another. */
    AppDirectories directories() {
        return directories;
    }

    @Override
    public Path logFile() {
        return directories.logs().resolve("faasnetlab.log");
    }

    /** If a logger was created before, logging is already configured and must be configured again. */
    private static void placeLog(Path folder) {
        System.setProperty(LogFileAppender.FOLDER, folder.toString());
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        logs.reset();
        try {
            new ContextInitializer(logs).autoConfig();
        } catch (JoranException e) {
            throw new IllegalStateException("cannot configure the log", e);
        }
    }

    private static void make(Path folder) throws LabException {
        try {
            PrivateFiles.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, new IOException("not writable"));
        }
    }

    private static LabException unusable(Path folder, IOException cause) {
        return new LabException(
                LabException.Kind.FAILED,
                "Cannot create or write to folder " + folder + ".",
                "Specify another folder with --data or the environment variable " + AppDirectories.OVERRIDE + ".",
                cause);
    }
}
