package org.faasnetlab.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {
    private static final Phrase.Language KOREAN =
            Map.of("{0} of {1} finished.", "{1} 중 {0} 완료.", "download", "다운로드", "metric.mss", "최대 세그먼트")::get;

    @Test
    void valuesAreInsertedInTheOrderOfEachLanguage() {
        Phrase phrase = Phrase.of("{0} of {1} finished.", 3, 4);

        assertThat(phrase).hasToString("3 of 4 finished.");
        assertThat(phrase.in(KOREAN)).isEqualTo("4 중 3 완료.");
    }

    @Test
    void phrasesInsidePhrasesAreTranslatedToo() {
        Phrase phrase = Phrase.of("{0} of {1}", Phrase.of("download"), "$1 {0}");

        assertThat(phrase).hasToString("download of $1 {0}");
        assertThat(phrase.in(KOREAN)).isEqualTo("다운로드 of $1 {0}");
    }

    @Test
    void aNameHasAKeyOfItsOwn() {
        assertThat(Phrase.named("metric.mss", "MSS")).hasToString("MSS");
        assertThat(Phrase.named("metric.mss", "MSS").in(KOREAN)).isEqualTo("최대 세그먼트");
        assertThat(Phrase.named("metric.rtt", "Round trips").decapitalised().in(KOREAN))
                .isEqualTo("round trips");
    }

    @Test
    void onlyEnglishPartsOfSentencesBeginWithASmallLetter() {
        assertThat(Phrase.of("Not {0}", Phrase.of("The rate.").decapitalised())).hasToString("Not the rate.");
        assertThat(Phrase.of("Not {0}", Phrase.of("CPU time.").decapitalised())).hasToString("Not CPU time.");
        assertThat(Phrase.sentences(Phrase.of("One."), Phrase.of("Two.")).decapitalised())
                .hasToString("one. Two.");
        assertThat(Phrase.of("The rate.").decapitalised().in(key -> "TCP 속도.")).isEqualTo("TCP 속도.");
    }

    @Test
    void joinedPhrasesHaveASeparator() {
        assertThat(Phrase.join("; ", List.of(Phrase.verbatim("a"), Phrase.of("download")))
                        .in(KOREAN))
                .isEqualTo("a; 다운로드");
        assertThat(Phrase.join("; ", List.of()).isEmpty()).isTrue();
        assertThat(Phrase.verbatim("a").isEmpty()).isFalse();
    }

    @Test
    void phrasesWithTheSameEnglishTextAreEqual() {
        assertThat(Phrase.of("{0} ms", 5))
                .isEqualTo(Phrase.verbatim("5 ms"))
                .hasSameHashCodeAs(Phrase.verbatim("5 ms"));
        assertThat(Phrase.of("{0} ms", 5)).isNotEqualTo(Phrase.of("{0} ms", 6));
    }

    @Test
    void aPlaceholderWithoutAValueIsAnError() {
        assertThatThrownBy(() -> Phrase.of("{0} of {1}", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{1}");
    }

    @Test
    void valuesAreChangedWhereverTheyAre() {
        Phrase phrase =
                Phrase.of("{0} in {1}.", "a", Phrase.sentences(Phrase.verbatim("b"), Phrase.of("Try {0}.", "c")));

        assertThat(phrase.mapValues(value -> "<" + value + ">")).hasToString("<a> in <b> Try <c>..");
    }
}
