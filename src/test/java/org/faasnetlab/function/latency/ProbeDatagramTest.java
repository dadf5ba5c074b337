package org.faasnetlab.function.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ProbeDatagramTest {
    private static final String KEY = "00112233445566778899aabbccddeeff";

    private final ProbeDatagram datagram = new ProbeDatagram(KEY);
    private final ByteBuffer buffer = ByteBuffer.allocate(ProbeDatagram.BYTES);

    @Test
    void aDatagramIsReadBack() {
        ProbeDatagram.Content echo = new ProbeDatagram.Content(true, -7, 123_456, Long.MIN_VALUE);
        datagram.write(echo, buffer);

        assertThat(buffer.remaining()).isEqualTo(48);
        assertThat(datagram.read(buffer)).isEqualTo(echo);
        assertThat(new ProbeDatagram(KEY).read(buffer)).isEqualTo(echo);
    }

    @Test
    void changedShortenedAndForeignDatagramsAreIgnored() {
        datagram.write(new ProbeDatagram.Content(false, 1, 2, 0), buffer);
        for (int place = 0; place < ProbeDatagram.BYTES; place++) {
            buffer.put(place, (byte) (buffer.get(place) ^ 1));
            assertThat(datagram.read(buffer)).as("byte %d", place).isNull();
            buffer.put(place, (byte) (buffer.get(place) ^ 1));
        }

        assertThat(datagram.read(buffer.duplicate().limit(47))).isNull();
        assertThat(datagram.read(ByteBuffer.allocate(0))).isNull();
        assertThat(new ProbeDatagram("ff" + KEY.substring(2)).read(buffer)).isNull();
        assertThat(datagram.read(buffer)).isNotNull();
    }
}
