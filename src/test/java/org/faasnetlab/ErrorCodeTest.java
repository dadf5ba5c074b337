package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {
    @Test
    void theSameErrorInTheSamePlaceHasTheSameCodeWhateverItsMessage() {
        assertThat(ErrorCode.of(here("one")))
                .isEqualTo(ErrorCode.of(here("two")))
                .matches("[0-9A-F]{6}");
    }

    @Test
    void anotherPlaceOrAnotherCauseHasAnotherCode() {
        assertThat(ErrorCode.of(here("one")))
                .isNotEqualTo(ErrorCode.of(there()))
                .isNotEqualTo(ErrorCode.of(here("one").initCause(new ArithmeticException())));
    }

    private static Throwable here(String message) {
        return new IllegalStateException(message);
    }

    private static Throwable there() {
        return new IllegalStateException("one");
    }
}
