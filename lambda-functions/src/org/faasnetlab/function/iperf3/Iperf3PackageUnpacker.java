package org.faasnetlab.function.iperf3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a zip with iperf3 and its libraries. Its {@code iperf3} is a script that runs the program in the directory
 * {@code lib} with the libraries next to it. The zip's checksums are verified as it is read.
 */
final class Iperf3PackageUnpacker {
    /** The name of the executable in the zip. */
    static final String PROGRAM = "iperf3";

    /** Far more than iperf3 with OpenSSL needs, and far less than a function's disk has. */
    private static final long MAX_BYTES = 100L << 20;

    private static final int MAX_FILES = 100;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private long bytes;
    private int files;

    private Iperf3PackageUnpacker(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the zip. Files are removed on normal exit of this process.
     *
     * @param folder an empty directory
     * @return the executable
     * @throws IOException if the zip is damaged, contains unexpected files, or the disk is full
     */
    static Path unpack(InputStream zip, Path folder) throws IOException {
        return new Iperf3PackageUnpacker(folder).unpack(zip);
    }

    private Path unpack(InputStream zip) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(zip)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    write(target(entry.getName()), entries);
                }
            }
        } catch (IllegalArgumentException e) {
            // Java's answer to a name that is not UTF-8, or that no file can have.
            throw new ZipException("it contains a name that is not valid: " + e.getMessage());
        }
        Path program = folder.resolve(PROGRAM);
        if (!Files.isRegularFile(program)) {
            throw new ZipException("it does not contain iperf3");
        }
        return program;
    }

    private Path target(String name) throws IOException {
        files++;
        Path target = folder.resolve(name).normalize();
        if (files > MAX_FILES || !target.startsWith(folder)) {
            throw new ZipException("it contains more than iperf3 and its libraries");
        }
        Path parent = target.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            parent.toFile().deleteOnExit();
        }
        return target;
    }

    /** A zip that is read as a stream does not include file permissions, so make every file executable. */
    private void write(Path target, InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > MAX_BYTES) {
                    throw new ZipException("it is larger than iperf3 and its libraries are");
                }
                out.write(buffer, 0, read);
            }
        }
        target.toFile().deleteOnExit();
        if (!target.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }
}
