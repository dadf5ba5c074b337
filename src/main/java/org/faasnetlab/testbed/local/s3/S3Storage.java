package org.faasnetlab.testbed.local.s3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.invoke.s3.S3Upload;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.FreeSpace;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects of this computer's S3 server. The server is started on first use, and restarted if it has terminated. */
public final class S3Storage implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(S3Storage.class);
    /** Longer than any trial. */
    private static final Duration URL_VALIDITY = Duration.ofHours(6);
    /** Disk space that is left free for other programs. */
    private static final long DISK_RESERVE = 256L << 20;

    private final Path jar;
    private final Path directory;
    private final ProcessStarter processes;
    private final InetAddress bind;
    private final Set<DataSize> objects = new HashSet<>();
    private @Nullable Running running;

    private record Running(S3Server server, S3Bucket uploads) {
        void close() {
            server.close();
            uploads.close();
        }
    }

    /** @param directory an existing directory for the server's files */
    public S3Storage(Path jar, Path directory, ProcessStarter processes) {
        this(jar, directory, processes, InetAddress.getLoopbackAddress());
    }

    /** @param bind the address on which the server listens, where {@code processes} start */
    public S3Storage(Path jar, Path directory, ProcessStarter processes, InetAddress bind) {
        this.bind = bind;
        this.jar = jar;
        this.directory = directory;
        this.processes = processes;
    }

    /** Name and version of the server program; empty if it is not installed. */
    public static Optional<String> version(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes main = file.getManifest().getMainAttributes();
            return Optional.of(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE) + " "
                    + main.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        } catch (IOException e) {
            log.info("Cannot read {}", jar, e);
            return Optional.empty();
        }
    }

    private synchronized Running running() throws LabException, InterruptedException {
        if (running != null && running.server().alive()) {
            return running;
        }
        close();
        S3Server server = S3Server.start(jar, directory, processes, bind);
        Running started = new Running(server, new S3Bucket(server.endpoint(), S3ProxyConfiguration.UPLOADS));
        try (S3Bucket objects = new S3Bucket(server.endpoint(), S3ProxyConfiguration.OBJECTS)) {
            objects.create();
            started.uploads().create();
        } catch (LabException | InterruptedException e) {
            started.close();
            throw e;
        }
        running = started;
        return started;
    }

    /** The address on which the server listens. */
    public InetSocketAddress address() throws LabException, InterruptedException {
        return running().server().address();
    }

    /**
     * Measures how much of the processor time that is usable for this number of connections the server uses.
     *
     * @param connections at least 1; each is served by one thread
     */
    public BusyMeter busyMeter(int connections) throws LabException, InterruptedException {
        int processors = Math.min(connections, Runtime.getRuntime().availableProcessors());
        return ProcessMeter.of(running().server().process(), processors);
    }

    /** Measures the utilization of the disk with the objects, if this system provides it. */
    public BusyMeter diskMeter() {
        return DiskMeter.of(directory);
    }

    /**
     * Returns an object of the given size with incompressible content. All functions download the same object, and
     * later trials reuse it.
     *
     * @return its key
     */
    public synchronized String sharedObject(DataSize size) throws LabException, InterruptedException {
        String key = "random-" + size.bytes();
        if (!objects.contains(size)) {
            requireSpace(size);
            running();
            write(key, size);
            objects.add(size);
        }
        return key;
    }

    /**
     * The server stores each object as a file with the object's name. Writing the file directly is faster than a PUT,
     * which hashes the object twice and, as a multipart upload, writes it twice.
     */
    private void write(String key, DataSize size) throws LabException, InterruptedException {
        Path file = S3ProxyConfiguration.objectFile(directory, key);
        try {
            RandomFile.write(file, size);
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Cannot write S3 object {0}: {1}.", file, e.getMessage()),
                    Phrase.of("Free some space, or choose a data folder on another disk."),
                    e);
        }
    }

    private void requireSpace(DataSize size) throws LabException {
        DataSize needed = new DataSize(size.bytes() + DISK_RESERVE);
        DataSize free = FreeSpace.at(directory);
        if (free.compareTo(needed) < 0) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of(
                            "Not enough disk space for an S3 object of this size: {0} required, {1} free at {2}.",
                            needed, free, directory),
                    Phrase.of(
                            "Choose a smaller object size, free some space, or choose a data folder on another disk."));
        }
    }

    /**
     * Presigned URL of an object.
     *
     * @param via the address to which the function connects: the server or its link
     */
    public URI downloadUrl(String key, InetSocketAddress via) throws LabException, InterruptedException {
        try (S3UrlSigner urls = urls(S3ProxyConfiguration.OBJECTS, via)) {
            return urls.get(key);
        }
    }

    /**
     * Opens an upload.
     *
     * @param via the address to which the function connects: the server or its link
     */
    public S3Upload openUpload(String key, DataSize size, int connections, DataSize partSize, InetSocketAddress via)
            throws LabException, InterruptedException {
        S3Bucket bucket = running().uploads();
        try (S3UrlSigner urls = urls(S3ProxyConfiguration.UPLOADS, via)) {
            return S3Upload.open(bucket, urls, key, size, connections, partSize);
        }
    }

    private S3UrlSigner urls(String bucket, InetSocketAddress via) throws LabException, InterruptedException {
        ServiceEndpoint server = running().server().endpoint();
        URI uri = URI.create("http://" + via.getAddress().getHostAddress() + ":" + via.getPort());
        return new S3UrlSigner(new ServiceEndpoint(uri, server.region(), server.credentials()), bucket, URL_VALIDITY);
    }

    /** Stops the server. Its files remain until their directory is deleted. */
    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
