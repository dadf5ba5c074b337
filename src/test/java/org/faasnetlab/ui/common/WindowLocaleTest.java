package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testing.DefaultLocaleExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dates have the language of the window, and numbers are those of files, whatever the computer's language. ExportFilesTest,
 * HtmlReportTest and SvgWriterTest hold the same for files.
 */
class WindowLocaleTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private static final Instant THIS_YEAR = Instant.parse("2026-03-05T09:07:00Z");
    private static final Instant LAST_YEAR = Instant.parse("2025-11-21T09:00:00Z");

    @RegisterExtension
    private final DefaultLocaleExtension computer = new DefaultLocaleExtension();

    @AfterEach
    void englishAgain() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "de-DE", "hi-IN-u-nu-deva"})
    void datesHaveTheLanguageOfTheWindow(String language) {
        computer.speak(language);
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);

        assertThat(new DayFormatter(NOW).format(THIS_YEAR)).isEqualTo("5 Mar 09:07");
        assertThat(new DayFormatter(NOW).format(LAST_YEAR)).isEqualTo("21 Nov 2025 09:00");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.KOREAN);
        assertThat(new DayFormatter(NOW).format(THIS_YEAR)).isEqualTo("3월 5일 09:07");
        assertThat(new DayFormatter(NOW).format(LAST_YEAR)).isEqualTo("2025년 11월 21일 09:00");
        assertThat(new DayFormatter(NOW).format(NOW.instant())).isEqualTo("오늘 12:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "de-DE", "hi-IN-u-nu-deva"})
    void numbersAreThoseOfFiles(String language) {
        computer.speak(language);

        assertThat(BandwidthUnit.MEGABIT.text(Bandwidth.ofMegabits(1249.3))).isEqualTo("1,249 Mbit/s");
        assertThat(BandwidthUnit.AUTOMATIC.text(Bandwidth.ofMegabits(62.5))).isEqualTo("62.5 Mbit/s");
        assertThat(new DataSize(77_800_000)).hasToString("77.8 MB");
    }
}
