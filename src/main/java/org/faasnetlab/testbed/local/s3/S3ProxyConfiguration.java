package org.faasnetlab.testbed.local.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.faasnetlab.invoke.CredentialsSource.AccessKeys;
import org.faasnetlab.testbed.local.process.PrivateFiles;

/**
 * The configuration of S3Proxy: one properties file for each of two stores at the same address.
 *
 * <p>Objects for downloads are on disk. Uploads are counted and discarded (S3Proxy's null-blobstore), so that they
 * measure the network and not the disk, which is slower than a fast function: on one computer 1.7 Gbit/s for one
 * function and 3.2 Gbit/s for four, compared to 17 and 33 Gbit/s.
 */
record S3ProxyConfiguration(URI endpoint, AccessKeys keys, Path directory) {
    /** Bucket with the objects that functions download. */
    static final String OBJECTS = "objects";
    /** Bucket that functions upload to. */
    static final String UPLOADS = "uploads";
    /** Sufficient for 16 functions with 64 connections each; one thread serves one connection. */
    private static final int MAX_THREADS = 1100;

    /**
     * The file of an object in the store for downloads.
     *
     * @param directory directory of the server, as in {@link #directory}
     */
    static Path objectFile(Path directory, String key) {
        return directory.resolve(OBJECTS).resolve(OBJECTS).resolve(key);
    }

    /** Creates the directories of the stores and writes the files so that only their owner can read the keys. */
    List<Path> write() throws IOException {
        Properties objects = store(OBJECTS);
        Properties uploads = store(UPLOADS);
        uploads.setProperty("s3proxy.null-blobstore", "true");
        return List.of(write(OBJECTS, objects), write(UPLOADS, uploads));
    }

    private Properties store(String bucket) throws IOException {
        Path data = Files.createDirectories(directory.resolve(bucket)).toAbsolutePath();
        Properties properties = new Properties();
        properties.setProperty("s3proxy.endpoint", endpoint.toString());
        properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        properties.setProperty("s3proxy.identity", keys.accessKeyId());
        properties.setProperty("s3proxy.credential", keys.secretAccessKey());
        properties.setProperty("s3proxy.bucket-locator.1", bucket);
        // Newer SDKs send headers that S3Proxy does not support and would reject with 501.
        properties.setProperty("s3proxy.ignore-unknown-headers", "true");
        properties.setProperty("s3proxy.jetty.max-threads", String.valueOf(MAX_THREADS));
        properties.setProperty("jclouds.provider", "filesystem-nio2");
        // With a relative path, lists are empty and multipart uploads are not found.
        properties.setProperty("jclouds.filesystem.basedir", data.toString());
        return properties;
    }

    private Path write(String name, Properties properties) throws IOException {
        Path file = directory.resolve(name + ".properties");
        Files.deleteIfExists(file);
        try (OutputStream out = PrivateFiles.newOutputStream(file)) {
            properties.store(out, null); // S3Proxy reads ISO 8859-1, in which other characters are escaped
        }
        return file;
    }
}
