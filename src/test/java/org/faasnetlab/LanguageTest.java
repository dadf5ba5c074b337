package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Names, comments, texts and documents avoid the phrases of {@code banned-words.txt}; {@code docs/style.md} explains them.
 * A phrase is also found across the end of a line, and inside a name in camel case.
 */
class LanguageTest {
    private static final Path LIST = Path.of("src/test/resources/org/faasnetlab/banned-words.txt");
    private static final List<Path> FOLDERS = Stream.of("src", "lambda-functions", "server-scripts", "docs", ".ci")
            .map(Path::of)
            .toList();
    private static final Set<Path> NOT_SEARCHED =
            Set.of(Path.of("docs/style.md"), Path.of("src/test/java/org/faasnetlab/LanguageTest.java"));
    private static final Pattern TEXT_FILE =
            Pattern.compile(".*\\.(java|properties|md|sh|cmd|service|ya?ml|schema\\.json)");
    /** What a comment, or a string that continues on the next line, adds at the beginning and end of a line. */
    private static final Pattern FRAME =
            Pattern.compile("^\\s*(?:/\\*+|\\*|//+|#+|\\+\\s*\")?\\s*|\"?\\s*(?:\\*/)?\\s*$");

    private static final Pattern CAMEL_HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** @param instead what to write, for the message of a failure */
    private record Banned(Pattern phrase, String instead) {}

    @Test
    void noBannedPhraseIsUsed() throws IOException {
        List<Banned> banned = banned();
        List<String> findings = new ArrayList<>();
        for (Path file : files()) {
            findings.addAll(findings(file, banned));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void namesAndBrokenLinesAreSearched() {
        List<Banned> banned = List.of(new Banned(Pattern.compile("(?i:\\bgo on\\b)"), "resume"));

        assertThat(findings(
                        Path.of("A.java"),
                        List.of("void goOn() {", " * They go", " * on. See", "\"it goes on\""),
                        banned))
                .containsExactly("A.java:1: \"go On\", write: resume", "A.java:2: \"go on\", write: resume");
    }

    private static List<Banned> banned() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t+", 2))
                .map(parts -> new Banned(Pattern.compile("(?i:" + beginningAtWord(parts[0]) + ")"), parts[1]))
                .toList();
    }

    /** A phrase of the list, each alternative of which begins where a word does. */
    private static String beginningAtWord(String phrase) {
        int depth = 0;
        String alternative = "";
        for (char c : (phrase + "|").toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                assertThat(alternative).as(phrase).matches("(\\(\\?-i:|\\(\\?<!.*?\\))?\\\\b.*");
                alternative = "";
            } else {
                alternative += c;
            }
        }
        return phrase;
    }

    /** All phrases in one pattern: most files have none of them, which one search finds in a fraction of the time. */
    private static Pattern anyOf(List<Banned> banned) {
        return Pattern.compile(banned.stream()
                .map(each -> each.phrase().pattern())
                .collect(Collectors.joining("|", "\\b(?=\\w)(?:", ")")));
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("faasnetlab")));
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(files::add);
        }
        for (Path folder : FOLDERS) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).filter(LanguageTest::isText).forEach(files::add);
            }
        }
        files.removeAll(NOT_SEARCHED);
        assertThat(files)
                .contains(Path.of("README.md"), Path.of("docs/user-guide.md"))
                .hasSizeGreaterThan(1000);
        return files.stream().sorted().toList();
    }

    /** Expected files of tests are not searched: they quote others. */
    private static boolean isText(Path file) {
        return (TEXT_FILE.matcher(file.toString()).matches() && !file.startsWith("src/test/resources"))
                || isScript(file);
    }

    private static boolean isScript(Path file) {
        try {
            return !file.getFileName().toString().contains(".")
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("#!");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> findings(Path file, List<Banned> banned) throws IOException {
        return findings(file, Files.readAllLines(file), banned);
    }

    private static List<String> findings(Path file, List<String> lines, List<Banned> banned) {
        StringBuilder text = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        for (String line : lines) {
            String words = FRAME.matcher(line).replaceAll("");
            text.append(CAMEL_HUMP.matcher(words).replaceAll(" ")).append(' ');
            ends.add(text.length());
        }
        List<String> findings = new ArrayList<>();
        if (!anyOf(banned).matcher(text).find()) {
            return findings;
        }
        for (Banned each : banned) {
            Matcher matcher = each.phrase().matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                long line = 1 + ends.stream().filter(end -> end <= start).count();
                findings.add(file + ":" + line + ": \"" + matcher.group() + "\", write: " + each.instead());
            }
        }
        return findings;
    }
}
