package org.faasnetlab.cli;

import java.nio.file.Path;

/** Writes words as a user types them in a shell. */
final class Shell {
    private Shell() {}

    static String word(Path file) {
        String name = file.toString();
        return name.matches("[\\w./:\\\\+@%,-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
