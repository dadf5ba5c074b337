package org.faasnetlab.cli.common;

import java.nio.file.Path;

/** Quotes words for a shell. */
public final class ShellQuoting {
    private ShellQuoting() {}

    public static String word(Path file) {
        return word(file.toString());
    }

    public static String word(String text) {
        return text.matches("[\\w./:\\\\+@%,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
