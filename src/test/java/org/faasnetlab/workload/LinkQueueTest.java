package org.faasnetlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.faasnetlab.measure.Bandwidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkQueueTest {
    @ParameterizedTest
    @CsvSource({
        "50ms, MILLISECONDS, 50, 50ms",
        " 200 ms, MILLISECONDS, 200, 200ms",
        "1MiB, BYTES, 1048576, 1048576B",
        "100packets, PACKETS, 100, 100packets",
        "FQ_CODEL, FQ_CODEL, 0, fq_codel"
    })
    void aQueueIsATimeASizeANumberOrADiscipline(String text, LinkQueue.Unit unit, long limit, String setting) {
        LinkQueue queue = LinkQueue.parse(text);
        assertThat(queue).isEqualTo(new LinkQueue(unit, limit));
        assertThat(queue.toSetting()).isEqualTo(setting);
        assertThat(LinkQueue.parse(setting)).isEqualTo(queue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0ms", "60001ms", "-1ms", "1.5ms", "0packets", "1000001packets", "0B", "3GiB", "codel", "50"
            })
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> LinkQueue.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected a queue such as 50ms, 1MiB, 100packets, or fq_codel");
    }

    @Test
    void aTimeIsTheBytesThatTheLinkCarriesInIt() {
        // 50 Mbit/s are 6.25 MB/s, of which 200 ms carry 1.25 MB.
        assertThat(LinkQueue.parse("200ms").bytes(Bandwidth.ofMegabits(50))).contains(1_250_000L);
        assertThat(LinkQueue.parse("64KiB").bytes(Bandwidth.ofMegabits(50))).contains(65_536L);
        assertThat(LinkQueue.parse("10packets").bytes(Bandwidth.ofMegabits(50))).isEmpty();
        assertThat(LinkQueue.parse("fq_codel").bytes(Bandwidth.ofMegabits(50))).isEmpty();
    }

    @Test
    void everyQueueHoldsFourPackets() {
        assertThat(LinkQueue.parse("1ms").bytes(Bandwidth.ofMegabits(1))).contains(6_056L);
        assertThat(LinkQueue.parse("1B").bytes(Bandwidth.ofMegabits(1))).contains(6_056L);
    }
}
