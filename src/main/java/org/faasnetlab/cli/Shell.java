package org.faasnetlab.cli;

import java.nio.file.Path;

/** Writes words as a user types them in a shell. */
final class Shell {
    private Shell() {}

    static String word(Path file) {
        return word(file.toString());
    }

    static String word(String text) {
        return text.matches("[\\w./:\\\\+@%,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
