package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/security.md names. */
class SecurityDocumentTest {
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, Path> classes;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            classes = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        }
        Matcher references = REFERENCE.matcher(Files.readString(Path.of("docs/security.md")));
        int found = 0;
        while (references.find()) {
            found++;
            assertThat(classes.get(references.group(1))).as(references.group()).isNotNull();
            if (references.group(2) != null) {
                assertThat(Files.readString(classes.get(references.group(1))))
                        .as(references.group())
                        .contains(" " + references.group(2) + "(");
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void everyThreatHasATestOrACommand() throws IOException {
        List<String> threats = Files.readAllLines(Path.of("docs/security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat") && !line.startsWith("| ---"))
                .toList();
        assertThat(threats)
                .hasSizeGreaterThan(30)
                .allSatisfy(line -> assertThat(line).containsPattern("`\\w+(Test|IT)|`\\.ci/"));
    }
}
