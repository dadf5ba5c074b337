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
 * A zip with iperf3 and its libraries: {@code iperf3}, a script that runs the program of the folder {@code lib} with the
 * libraries of that folder. The zip's checksums are verified as it is read.
 */
final class Iperf3PackageUnpacker {
    /** The name in the zip of what is to be run. */
    static final String PROGRAM = "iperf3";

    /** Far more than iperf3 with OpenSSL needs, and far less than a function's disk has. */
    private static final long MOST_BYTES = 100L << 20;

    private static final int MOST_FILES = 100;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private long bytes;
    private int files;

    private Iperf3PackageUnpacker(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the zip. Files are removed when this process ends in order.
     *
     * @param folder an empty folder
     * @return what is to be run
     * @throws IOException if the zip is damaged, holds other things than it should, or the disk is full
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
        if (files > MOST_FILES || !target.startsWith(folder)) {
            throw new ZipException("it contains more than iperf3 and its libraries");
        }
        Path parent = target.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            parent.toFile().deleteOnExit();
        }
        return target;
    }

    /** A zip that is read as a stream does not say which files can be run; here any may. */
    private void write(Path target, InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
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
