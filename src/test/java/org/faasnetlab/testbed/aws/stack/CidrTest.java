package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.83.0.0/22", "172.31.255.240/28", "192.168.0.0/16"})
    void blockIsFormattedAsParsed(String text) {
        assertThat(Cidr.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.83.0.0", "10.83.0/24", "10.83.0.0/8", "10.83.0.0/29", "10.83.0.256/24", "fd00::/56"})
    void blocksOutsideVpcLimitsAreRejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
    }

    @Test
    void blockWithHostBitsIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.parse("10.83.1.0/22"))
                .withMessageContaining("cannot start");
    }

    @ParameterizedTest
    @CsvSource({
        "10.83.0.0/22, 10.83.3.0/24, true, true",
        "10.83.0.0/22, 10.83.4.0/24, false, false",
        "10.83.0.0/24, 10.83.0.0/24, true, true",
        "10.83.0.0/24, 10.83.0.0/22, false, true"
    })
    void itKnowsWhatItContainsAndOverlaps(String block, String other, boolean contains, boolean overlaps) {
        assertThat(Cidr.parse(block).contains(Cidr.parse(other))).isEqualTo(contains);
        assertThat(Cidr.parse(block).overlaps(Cidr.parse(other))).isEqualTo(overlaps);
    }
}
