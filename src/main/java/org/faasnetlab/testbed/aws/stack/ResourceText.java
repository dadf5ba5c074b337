package org.faasnetlab.testbed.aws.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads text files of the program from the package of the class that owns them. */
public final class ResourceText {
    private ResourceText() {}

    /**
     * Reads a text file of the program.
     *
     * @throws UncheckedIOException if the file is missing or unreadable, which is a fault of the installation
     */
    public static String read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program's file " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
