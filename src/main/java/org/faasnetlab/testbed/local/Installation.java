package org.faasnetlab.testbed.local;

import java.nio.file.Path;

/**
 * The folder in which the program is installed ({@code target/dist} after a build), with what the testbed on this
 * computer starts as processes of their own.
 */
public record Installation(Path home) {

    /** The function as it goes to AWS Lambda; here it is unpacked and started in the same way. */
    public Path functionZip() {
        return home.resolve("function").resolve("function.zip");
    }

    /** The S3 server in one file. */
    public Path s3ProxyJar() {
        return home.resolve("s3proxy").resolve("s3proxy.jar");
    }
}
