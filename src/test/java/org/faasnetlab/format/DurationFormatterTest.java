package org.faasnetlab.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationFormatterTest {

    @ParameterizedTest
    @CsvSource({"400, 0 s", "4600, 5 s", "59900, 1 min 0 s", "130000, 2 min 10 s", "3900000, 1 h 5 min"})
    void aLengthOfTimeIsRoundedToWhatMatters(long millis, String words) {
        assertThat(DurationFormatter.format(Duration.ofMillis(millis))).isEqualTo(words);
    }
}
