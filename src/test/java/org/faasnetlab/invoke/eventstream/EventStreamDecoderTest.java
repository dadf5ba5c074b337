package org.faasnetlab.invoke.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.zip.CRC32;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.testing.invoke.StubLambda;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.eventstream.Message;

class EventStreamDecoderTest {
    private final EventStreamDecoder reader = new EventStreamDecoder();
    private final List<String> payloads = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 11, 12, 13, 64, 255, 700, 100_000})
    void chunkBoundariesAreIrrelevant(int largestChunk) throws ProtocolException {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<String> texts = random.ints(random.nextInt(9), 0, 3000)
                    .mapToObj("\u00e9x"::repeat)
                    .toList();
            assertChunkBoundariesIrrelevant(texts, () -> 1 + random.nextInt(largestChunk));
        }
    }

    private static void assertChunkBoundariesIrrelevant(List<String> texts, IntSupplier chunkSizes)
            throws ProtocolException {
        EventStreamDecoder fresh = new EventStreamDecoder();
        List<byte[]> read = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        texts.forEach(text -> stream.writeBytes(StubLambda.payload(text)));
        byte[] bytes = stream.toByteArray();

        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + chunkSizes.getAsInt());
            fresh.accept(ByteBuffer.wrap(bytes, from, to - from), message -> read.add(message.getPayload()));
            from = to;
        }

        assertThat(read).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.get(i)).isEqualTo(texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(fresh.hasPartialFrame()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 128, 255})
    void aSingleChangedByteIsDetected(int change) {
        int length = StubLambda.payload("some text").length;
        for (int place = 0; place < length; place++) {
            byte[] bytes = StubLambda.payload("some text");
            bytes[place] ^= (byte) change;

            assertThatThrownBy(() -> readWhole(bytes))
                    .as("byte %d changed", place)
                    .isInstanceOf(ProtocolException.class);
        }
    }

    /**
     * A changed length may make the frame longer than the data; then the partial frame is detected at the end of the
     * stream.
     */
    private static void readWhole(byte[] bytes) throws ProtocolException {
        EventStreamDecoder fresh = new EventStreamDecoder();
        fresh.accept(ByteBuffer.wrap(bytes), message -> {});
        if (fresh.hasPartialFrame()) {
            throw new ProtocolException("the stream ends in a frame");
        }
    }

    @Test
    void aFrameThatIsTooLongIsRejectedBeforeItIsReceived() {
        assertThatThrownBy(() -> accept(prelude(EventStreamDecoder.MAX_FRAME_BYTES + 1, 0)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("exceeds the maximum of 16777216");
    }

    @Test
    void aFrameShorterThanItsHeadersIsRejected() {
        assertThatThrownBy(() -> accept(prelude(20, 5))).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> accept(prelude(3, 0))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aFrameOfAMegabyteIsReadCompletely() throws ProtocolException {
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
