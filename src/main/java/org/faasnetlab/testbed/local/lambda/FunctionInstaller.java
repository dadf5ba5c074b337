package org.faasnetlab.testbed.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.local.Installation;
import org.faasnetlab.testbed.local.process.PrivateFiles;

/**
 * Unpacks the function package for AWS Lambda, so that the same files run on this computer. Each version of the zip has
 * its own directory in the cache, which is created once and then reused.
 */
public final class FunctionInstaller {
    private final Path cache;
    private final ClassDataArchive archive;

    /**
     * @param cache a directory that persists between program starts; created if missing
     * @param archive speeds up process start if possible
     */
    public FunctionInstaller(Path cache, ClassDataArchive archive) {
        this.cache = cache.toAbsolutePath();
        this.archive = archive;
    }

    /**
     * Returns the function program for this computer. The first call takes a few seconds.
     *
     * @throws LabException if the zip is missing or damaged, or the cache cannot be written
     */
    public FunctionProgram install(Installation installation) throws LabException, InterruptedException {
        Path zip = installation.functionZip();
        try {
            String key = sha256(zip).substring(0, 16);
            Path root = cache.resolve("function-" + key);
            if (!Files.isDirectory(root)) {
                unpack(zip, root);
            }
            requirePrivate(cache);
            requirePrivate(root);
            return archive.speedUp(new FunctionProgram(root, command(root)));
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Cannot unpack function {0} to {1}: {2}.", zip, cache, e.getMessage()),
                    Phrase.of("Check that the installation is complete and that the folder is writable."),
                    e);
        }
    }

    /** Anyone who can write there could replace the function's code. */
    private static void requirePrivate(Path directory) throws IOException {
        if (PrivateFiles.isWritableByAll(directory)) {
            throw new IOException(
                    "every user of this computer can write to " + directory + "; change its mode with chmod o-w");
        }
    }

    /** Options for a small JVM that starts quickly; measurements run in iperf3 or in the kernel. */
    private static List<String> command(Path root) {
        Path lib = root.resolve("lib");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Xss256k",
                "-Xmx64m",
                "-XX:ReservedCodeCacheSize=16m",
                "-cp",
                lib.resolve("faasnetlab-function.jar") + File.pathSeparator + lib.resolve("jackson-core.jar"),
                "org.faasnetlab.function.FunctionMain");
    }

    private static String sha256(Path zip) throws IOException {
        try (InputStream bytes = Files.newInputStream(zip);
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Unpacks to a temporary directory and renames it, so that a directory with the final name is always complete. */
    private void unpack(Path zip, Path root) throws IOException {
        PrivateFiles.createDirectories(cache);
        Path unfinished = Files.createTempDirectory(cache, "unpacking-");
        try {
            unpackEntries(zip, unfinished);
            Files.move(unfinished, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(unfinished);
            // Another instance of the program may have been faster; then its directory is used.
            if (!Files.isDirectory(root)) {
                throw e;
            }
        }
    }

    private static void unpackEntries(Path zip, Path folder) throws IOException {
        boolean any = false;
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry is outside its folder: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    PrivateFiles.createDirectories(target.resolveSibling(""));
                    try (OutputStream out = PrivateFiles.newOutputStream(target)) {
                        entries.transferTo(out);
                    }
                    any = true;
                }
            }
        }
        if (!any) {
            throw new ZipException("not a zip file, or empty");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
