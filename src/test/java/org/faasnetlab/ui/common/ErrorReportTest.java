package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorReportTest {

    @Test
    void sameErrorAtSamePlaceHasSameCodeWhateverItsMessage() {
        String text = ErrorReport.of(thrownHere("first")).code();
        String two = ErrorReport.of(thrownHere("second")).code();

        assertThat(text).isEqualTo(two).matches("[0-9A-F]{6}");
    }

    @Test
    void errorsFromDifferentPlacesHaveDifferentCodes() {
        assertThat(ErrorReport.of(thrownHere("x")).code())
                .isNotEqualTo(ErrorReport.of(thrownThere("x")).code());
    }

    @Test
    void theCauseBelongsToTheCode() {
        RuntimeException plain = thrownHere("x");
        RuntimeException caused = thrownHere("x");
        caused.initCause(new IllegalArgumentException("why"));

        assertThat(ErrorReport.of(plain).code())
                .isNotEqualTo(ErrorReport.of(caused).code());
    }

    @Test
    void detailsContainCodeMessageAndJavaVersion() {
        ErrorReport report = ErrorReport.of(thrownHere("the message"));

        assertThat(report.details())
                .contains(report.code(), "the message", System.getProperty("java.version"), "thrownHere");
    }

    private static RuntimeException thrownHere(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException thrownThere(String message) {
        return new IllegalStateException(message);
    }
}
