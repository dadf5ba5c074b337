package org.faasnetlab.ui.about;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** A library that comes with the program, with the name of its file. */
record Library(String name, String version, String licence) {
    private static final Pattern ROW = Pattern.compile("\\|(.*)\\|([^|]*)\\|([^|]*)\\|\\s*");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /**
     * Reads the list that is installed with the program.
     *
     * @param file {@code THIRD-PARTY.md}, whose first table has file names, version and licence
     * @throws LabException if it cannot be read, or has no libraries
     */
    static List<Library> read(Path file) throws LabException {
        List<Library> libraries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    Matcher names = NAME.matcher(row.group(1));
                    while (names.find()) {
                        libraries.add(new Library(
                                names.group(1),
                                row.group(2).strip(),
                                row.group(3).strip()));
                    }
                } else if (!libraries.isEmpty()) {
                    return List.copyOf(libraries);
                }
            }
        } catch (IOException missing) {
            throw unreadable(file, missing);
        }
        throw unreadable(file, new IOException("It has no table of libraries."));
    }

    private static LabException unreadable(Path file, IOException cause) {
        return new LabException(
                LabException.Kind.UNAVAILABLE,
                Phrase.of("The list of libraries {0} cannot be read.", file),
                Phrase.of("Install the program again."),
                cause);
    }
}
