package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExhaustedResourceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unable to create native thread: possibly out of memory or process/resource limits reached | ulimit -u
            Java heap space                                                                           | -Xmx4g
            GC overhead limit exceeded                                                                | -Xmx4g
            """)
    void aLimitOutsideOfTheProgramHasItsSentence(String message, String advice) {
        RuntimeException error = new IllegalStateException(new OutOfMemoryError(message));

        assertThat(ExhaustedResource.of(error)).hasValueSatisfying(known -> {
            assertThat(known.fullMessage()).contains(advice);
            assertThat(known.kind()).isEqualTo(LabException.Kind.FAILED);
            assertThat(known).hasCause(error);
        });
    }

    @Test
    void otherErrorsStayUnexpected() {
        assertThat(ExhaustedResource.of(new OutOfMemoryError("Requested array size exceeds VM limit")))
                .isEmpty();
        assertThat(ExhaustedResource.of(new IllegalStateException("unable to create native thread")))
                .isEmpty();
    }
}
