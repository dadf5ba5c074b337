package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of libraries, against what is shipped. */
class ThirdPartyIT {
    private static final Path BUILT = Path.of(System.getProperty("faasnetlab.home", "target/dist"));
    private static final Pattern PLATFORM = Pattern.compile("-(linux|mac|win)(-aarch64)?$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void everyLibraryIsListedWithItsVersionAndNoOther() throws IOException {
        assertThat(new TreeSet<>(shipped())).isEqualTo(new TreeSet<>(listed()));
    }

    @Test
    void theListIsShipped() {
        assertThat(BUILT.resolve("THIRD-PARTY.md")).hasSameTextualContentAs(Path.of("THIRD-PARTY.md"));
        assertThat(BUILT.resolve("LICENSE")).hasSameTextualContentAs(Path.of("LICENSE"));
    }

    private static List<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .filter(name -> !Set.of("faasnetlab", "libduckdb_java.gz", "classes.lst.gz")
                            .contains(name))
                    .map(name -> PLATFORM.matcher(name).replaceFirst(""))
                    .toList();
        }
    }

    private static List<String> listed() throws IOException {
        String table = Files.readString(Path.of("THIRD-PARTY.md"))
                .split("\n## lib\n")[1]
                .split("\n## ")[0];
        List<String> listed = new ArrayList<>();
        for (String line : table.lines().filter(text -> text.startsWith("| `")).toList()) {
            String[] cells = line.split("\\|");
            assertThat(cells[3]).as(line).isNotBlank();
            Matcher names = NAME.matcher(cells[1]);
            while (names.find()) {
                listed.add(names.group(1) + "-" + cells[2].strip());
            }
        }
        return listed;
    }
}
