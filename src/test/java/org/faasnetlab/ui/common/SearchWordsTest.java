package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "'  ', true",
        "burst, true",
        "'  LAMBDA  burst ', true",
        "'burst lamb', true",
        "'burst s3', false",
    })
    void eachWordHasToOccurInATextInAnyCase(String typed, boolean found) {
        assertThat(SearchWords.occur(typed, "Burst and baseline", "link: lambda"))
                .isEqualTo(found);
    }
}
