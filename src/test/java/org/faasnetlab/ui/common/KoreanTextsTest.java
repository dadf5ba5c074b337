package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Korean bundles are complete and fill in the same values as the English ones. */
class KoreanTextsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/faasnetlab/ui");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern MNEMONIC = Pattern.compile("_(\\w)");
    private static final Pattern HANGUL = Pattern.compile("[\uac00-\ud7a3]");

    /** Names, keys and units that Koreans write in Latin letters too; a text may consist of them alone. */
    private static final Set<String> SAME_IN_KOREAN = Set.of(
            "faas", "network", "lab", "aws", "login", "sso", "java", "iperf3", "s3", "english", "vpc", "id", "mb", "t0",
            "n", "cv", "p5", "p95", "x", "tab", "shift", "esc", "f11", "a", "b");

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.endsWith("strings.properties")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextHasAKoreanOne(Path bundle) throws IOException {
        assertThat(new TreeSet<>(korean(bundle).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(read(bundle).stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void koreanTextsShowTheSameValues(Path bundle) throws IOException {
        ofEachText(bundle, (all, key, english, korean) -> {
            all.assertThat(found(PLACEHOLDER, korean)).as(key).isEqualTo(found(PLACEHOLDER, english));
            all.assertThat(mnemonics(korean)).as(key).isEqualTo(mnemonics(english));
            // MessageFormat would take it for a quote.
            all.assertThat(korean).as(key).isNotBlank().doesNotContain("'");
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void koreanTextsAreKorean(Path bundle) throws IOException {
        ofEachText(bundle, (all, key, english, korean) -> {
            if (!HANGUL.matcher(korean).find() && !isPattern(key)) {
                Set<String> words = new TreeSet<>(Arrays.asList(PLACEHOLDER
                        .matcher(korean)
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+")));
                words.removeIf(word -> word.matches("[0-9]*") || SAME_IN_KOREAN.contains(word));
                all.assertThat(words).as(key).isEmpty();
            }
        });
    }

    /** What must be true of a text and its Korean one. */
    private interface TextCheck {
        void check(SoftAssertions all, String key, String english, String korean);
    }

    private static void ofEachText(Path bundle, TextCheck texts) throws IOException {
        Properties english = read(bundle);
        Properties korean = korean(bundle);
        SoftAssertions all = new SoftAssertions();
        for (String key : english.stringPropertyNames()) {
            texts.check(all, key, english.getProperty(key), korean.getProperty(key, ""));
        }
        all.assertAll();
    }

    private static boolean isPattern(String key) {
        return key.equals("day.time");
    }

    private static Properties korean(Path bundle) throws IOException {
        return read(bundle.resolveSibling("strings_ko.properties"));
    }

    private static Properties read(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> mnemonics(String text) {
        return found(MNEMONIC, text.toUpperCase(Locale.ROOT));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
