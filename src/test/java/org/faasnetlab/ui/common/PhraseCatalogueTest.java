package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.faasnetlab.testing.ui.PhrasePatterns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every phrase of the sources has a Korean translation with the same values, and no other has. */
class PhraseCatalogueTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern HANGUL = Pattern.compile("[\uac00-\ud7a3]");
    private static final Map<String, String> KOREAN =
            PhraseCatalogue.of(Locale.KOREAN).translations();

    private static List<PhrasePatterns.Use> uses;

    @BeforeAll
    static void readSources() throws IOException {
        uses = PhrasePatterns.inSources();
    }

    @Test
    void everyPhraseHasAKoreanOneAndNoOtherHas() {
        Set<String> made =
                uses.stream().map(PhrasePatterns.Use::pattern).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = made.stream()
                .filter(PhraseCatalogueTest::hasLetters)
                .filter(pattern -> !KOREAN.containsKey(pattern))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(made).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
        assertThat(made).containsAll(KOREAN.keySet());
    }

    @Test
    void koreanPhrasesShowTheSameValues() {
        SoftAssertions all = new SoftAssertions();
        KOREAN.forEach((english, korean) -> {
            all.assertThat(placeholders(korean)).as(english).isEqualTo(placeholders(english));
            all.assertThat(HANGUL.matcher(korean).find() || !hasLetters(korean))
                    .as(english)
                    .isTrue();
        });
        all.assertAll();
    }

    @Test
    void everyPlaceholderHasAValue() {
        assertThat(uses)
                .allSatisfy(use -> assertThat(placeholders(use.pattern()))
                        .as(use.toString())
                        .allMatch(number -> number < use.arguments()));
    }

    @Test
    void englishHasNoCatalogue() {
        assertThat(PhraseCatalogue.of(Locale.ENGLISH).translations()).isEmpty();
    }

    /** Without letters, a pattern such as {@code {0}: {1}} may be the same in every language. */
    private static boolean hasLetters(String pattern) {
        return LETTERS.matcher(PLACEHOLDER.matcher(pattern).replaceAll("")).find();
    }

    private static Set<Integer> placeholders(String text) {
        Set<Integer> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(Integer.valueOf(matcher.group(1)));
        }
        return found;
    }
}
