package org.faasnetlab.testing.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Emulates AWS for manual tests of the program until its standard input ends. Arguments: where to write the AWS
 * configuration that leads here, milliseconds between two resources of a stack, and, if the first creation shall fail,
 * the resource and the reason. Start the program with {@code AWS_CONFIG_FILE} set to that file.
 */
public final class EmulatedAwsDemo {
    private EmulatedAwsDemo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (EmulatedAws aws = new EmulatedAws(Duration.ofMillis(Long.parseLong(arguments[1])))) {
            if (arguments.length > 3) {
                aws.failNext(arguments[2], arguments[3]);
            }
            Files.writeString(Path.of(arguments[0]), EmulatedProfiles.config(aws.uri()));
            while (System.in.read() >= 0) {
                // blocks until the end
            }
        }
    }
}
