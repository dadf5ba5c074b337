package org.faasnetlab.invoke.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.Message;

/** Decodes encoded frames with the decoder of the AWS SDK, which verifies lengths and checksums. */
class EventStreamEncoderTest {

    @Test
    void theDecoderOfAwsReadsHeadersAndPayload() {
        byte[] payload = new byte[10_000];
        new Random(1).nextBytes(payload);

        Message message = decode(EventStreamEncoder.event("PayloadChunk", "application/octet-stream", payload));

        assertThat(message.getPayload()).isEqualTo(payload);
        assertThat(message.getHeaders()).hasSize(3);
        assertThat(message.getHeaders().get(":event-type").getString()).isEqualTo("PayloadChunk");
        assertThat(message.getHeaders().get(":message-type").getString()).isEqualTo("event");
        assertThat(message.getHeaders().get(":content-type").getString()).isEqualTo("application/octet-stream");
    }

    @Test
    void anEmptyPayloadIsAFrameToo() {
        assertThat(decode(EventStreamEncoder.event("InvokeComplete", "application/json", new byte[0]))
                        .getPayload())
                .isEmpty();
    }

    private static Message decode(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        Message message = Message.decode(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        return message;
    }
}
