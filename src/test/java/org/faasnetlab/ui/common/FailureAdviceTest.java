package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.protocol.FailureReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureAdviceTest {

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void everyFailureHasAdvice(FailureReason reason) {
        String advice = new FailureAdvice().of(reason);
        if (reason == FailureReason.CANCELLED) {
            assertThat(advice).isEmpty();
        } else {
            assertThat(advice).endsWith(".").hasSizeGreaterThan(10);
        }
    }
}
