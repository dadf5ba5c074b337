package org.faasnetlab.cli.common;

import java.nio.file.Path;

/** Quotes arguments for a shell. */
public final class ShellQuoting {
    private ShellQuoting() {}

    public static String quote(Path file) {
        return quote(file.toString());
    }

    public static String quote(String text) {
        return text.matches("[\\w./:\\\\+@%,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
