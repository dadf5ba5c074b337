package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code and resource bundles agree: a bundle is the file strings.properties in the package of the classes that use it. */
class TextsConsistencyTest {
    private static final Path CLASSES = Path.of("src/main/java/org/faasnetlab/ui");
    private static final Path BUNDLES = Path.of("src/main/resources/org/faasnetlab/ui");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9][A-Za-z0-9.]*)\"");
    private static final Pattern ASKED = Pattern.compile("(?:texts|formatter|labels)\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern COMPOSED = Pattern.compile("\\bget\\(\\s*\"([^\"]+\\.)\" \\+");

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.endsWith("strings.properties")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyUsedKeyIsInBundle(Path bundle) throws IOException {
        Set<String> asked = new TreeSet<>(matches(ASKED, sources(bundle)));

        asked.removeAll(keys(bundle));

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyOfTheBundleIsUsed(Path bundle) throws IOException {
        String sources = sources(bundle);
        Set<String> literals = matches(LITERAL, sources);
        Set<String> composed = matches(COMPOSED, sources);

        Set<String> unused = keys(bundle).stream()
                .filter(key -> !literals.contains(key) && composed.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames();
    }

    private static String sources(Path bundle) throws IOException {
        Path folder = CLASSES.resolve(BUNDLES.relativize(bundle.getParent()));
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
