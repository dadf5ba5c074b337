package org.faasnetlab.testbed.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.faasnetlab.invoke.CredentialsSource.AccessKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ProxyConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void theServerReadsAnyPath() throws Exception {
        Path directory = Files.createDirectory(folder.resolve(name()));
        S3ProxyConfiguration configuration = new S3ProxyConfiguration(
                URI.create("http://127.0.0.1:1234"), new AccessKeys("key", "secret"), directory);

        Properties read = new Properties();
        try (InputStream bytes = Files.newInputStream(configuration.write().get(0))) {
            read.load(bytes);
        }

        assertThat(read.getProperty("jclouds.filesystem.basedir"))
                .isEqualTo(directory.resolve("objects").toString());
    }

    /** A name that is not ASCII, if the locale of the tests allows it. */
    private static String name() {
        return "UTF-8".equals(System.getProperty("sun.jnu.encoding")) ? "Z\u00fcrich \u30c7\u30fc\u30bf" : "plain";
    }
}
