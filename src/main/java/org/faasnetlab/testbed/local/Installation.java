package org.faasnetlab.testbed.local;

import java.nio.file.Path;

/**
 * The installation directory of the program ({@code target/dist} after a build), with the files that the testbed on
 * this computer starts as separate processes.
 */
public record Installation(Path home) {

    /** The function package for AWS Lambda, which is also used on this computer. */
    public Path functionZip() {
        return home.resolve("function").resolve("function.zip");
    }

    /** The S3 server as a single jar file. */
    public Path s3ProxyJar() {
        return home.resolve("s3proxy").resolve("s3proxy.jar");
    }
}
