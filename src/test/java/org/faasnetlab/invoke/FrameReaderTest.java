package org.faasnetlab.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.faasnetlab.protocol.ProtocolException;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.Message;

class FrameReaderTest {
    private final FrameReader reader = new FrameReader();
    private final List<String> payloads = new ArrayList<>();

    @Property(tries = 300)
    void chunkBordersMeanNothing(
            @ForAll @Size(max = 8) List<@StringLength(max = 3000) String> texts,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 700) Integer> chunkSizes)
            throws ProtocolException {
        FrameReader fresh = new FrameReader();
        List<byte[]> read = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        texts.forEach(text -> stream.writeBytes(StubLambda.payload(text)));
        byte[] bytes = stream.toByteArray();

        int from = 0;
        for (int turn = 0; from < bytes.length; turn++) {
            int to = Math.min(bytes.length, from + chunkSizes.get(turn % chunkSizes.size()));
            fresh.accept(ByteBuffer.wrap(bytes, from, to - from), message -> read.add(message.getPayload()));
            from = to;
        }

        assertThat(read).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.get(i)).isEqualTo(texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(fresh.hasPartialFrame()).isFalse();
    }

    @Property(tries = 300)
    void oneChangedByteAnywhereIsNoticed(
            @ForAll @IntRange(max = 120) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = StubLambda.payload("some text of the function that is long enough for all places");
        bytes[place % bytes.length] ^= (byte) change;

        assertThatThrownBy(() -> new FrameReader().accept(ByteBuffer.wrap(bytes), message -> {}))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void aFrameThatIsTooLongIsRefusedBeforeItComes() {
        assertThatThrownBy(() -> accept(prelude(FrameReader.MAX_FRAME_BYTES + 1, 0)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("longer than 16777216");
    }

    @Test
    void aFrameThatCannotHoldItsHeadersIsRefused() {
        assertThatThrownBy(() -> accept(prelude(20, 5))).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> accept(prelude(3, 0))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aFrameOfAMegabyteIsReadWhole() throws ProtocolException {
        String text = "x".repeat(1 << 20);
        accept(StubLambda.payload(text));
        accept(StubLambda.payload("small"));
        assertThat(payloads).containsExactly(text, "small");
    }

    @Test
    void aStreamThatEndsInTheMiddleHasAPartialFrame() throws ProtocolException {
        byte[] bytes = StubLambda.payload("text");
        accept(Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(reader.hasPartialFrame()).isTrue();
        assertThat(payloads).isEmpty();
    }

    private void accept(byte[] bytes) throws ProtocolException {
        reader.accept(
                ByteBuffer.wrap(bytes),
                (Message message) -> payloads.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
    }

    private static byte[] prelude(int length, int headers) {
        ByteBuffer prelude = ByteBuffer.allocate(12).putInt(length).putInt(headers);
        CRC32 crc = new CRC32();
        crc.update(prelude.array(), 0, 8);
        return prelude.putInt((int) crc.getValue()).array();
    }
}
