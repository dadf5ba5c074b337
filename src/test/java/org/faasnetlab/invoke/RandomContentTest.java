package org.faasnetlab.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class RandomContentTest {
    private static final int SIZE = 10_007;

    @Test
    void theSameSeedGivesTheSameBytesHoweverTheyAreRead() throws IOException {
        byte[] inPieces = new byte[SIZE];
        RandomContent content = new RandomContent(1, SIZE);
        inPieces[0] = (byte) content.read();
        assertThat(content.readNBytes(inPieces, 1, 13)).isEqualTo(13);
        assertThat(content.readNBytes(inPieces, 14, SIZE - 14)).isEqualTo(SIZE - 14);
        assertThat(content.read()).isEqualTo(-1);
        assertThat(inPieces).isEqualTo(new RandomContent(1, SIZE).readAllBytes());
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        assertThat(new RandomContent(1, SIZE).readAllBytes()).isNotEqualTo(new RandomContent(2, SIZE).readAllBytes());
    }

    @Test
    void theBytesCannotBeCompressed() throws IOException {
        Deflater deflater = new Deflater();
        deflater.setInput(new RandomContent(1, SIZE).readAllBytes());
        deflater.finish();
        assertThat(deflater.deflate(new byte[2 * SIZE])).isGreaterThan(SIZE);
        deflater.end();
    }
}
