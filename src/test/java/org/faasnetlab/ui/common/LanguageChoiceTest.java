package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoiceTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTEM, ko-KR, ko",
        "SYSTEM, ko, ko",
        "SYSTEM, en-US, en",
        "SYSTEM, de-DE, en",
        "SYSTEM, und, en",
        "ENGLISH, ko-KR, en",
        "KOREAN, de-DE, ko"
    })
    void systemIsKoreanInKoreaAndEnglishElsewhere(Language language, String system, String expected) {
        assertThat(language.locale(Locale.forLanguageTag(system))).isEqualTo(Locale.forLanguageTag(expected));
    }

    /** Java's own rule would give Korean texts here, because there is no bundle strings_en. */
    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "de-DE"})
    void englishIsEnglishOnEveryComputer(String system) {
        Locale.setDefault(Locale.forLanguageTag(system));

        assertThat(Texts.of(Texts.class, Locale.ENGLISH).get("day.today", "10:42"))
                .isEqualTo("today 10:42");
    }

    @Test
    void textsHaveTheChosenLanguage() {
        assertThat(Texts.of(Texts.class, Locale.KOREAN).get("day.today", "10:42"))
                .isEqualTo("\uc624\ub298 10:42");
    }
}
