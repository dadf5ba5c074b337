package org.faasnetlab.function.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpResponseTest {

    @Test
    void aBodyHasTheDeclaredLength() throws Exception {
        HttpResponse response = read("HTTP/1.1 206 Partial Content\r\nContent-Length: 3\r\n\r\nabcNEXT");

        assertThat(response.status()).isEqualTo(206);
        assertThat(text(response)).isEqualTo("abc");
        assertThat(response.lastOnConnection()).isFalse();
    }

    @Test
    void aConnectionThatClosesEarlyIsAnErrorAndNotAShortBody() throws Exception {
        HttpResponse response = read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");

        assertThatThrownBy(() -> text(response))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("2 bytes");
    }

    @Test
    void chunksAreJoinedAndTrailersSkipped() throws Exception {
        HttpResponse response = read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nSome: trailer\r\n\r\nNEXT");

        assertThat(text(response)).isEqualTo("abc0123456789");
        assertThat(response.lastOnConnection()).isFalse();
    }

    @Test
    void aChunkLongerThanDeclaredIsRejected() throws Exception {
        HttpResponse response = read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n");

        assertThatThrownBy(() -> text(response)).isInstanceOf(HttpProtocolException.class);
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() throws Exception {
        HttpResponse response = read("HTTP/1.0 200 OK\r\n\r\nabc");

        assertThat(text(response)).isEqualTo("abc");
        assertThat(response.lastOnConnection()).isTrue();
    }

    @Test
    void continueResponsesAreSkipped() throws Exception {
        assertThat(read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"))
                .satisfies(response -> {
                    assertThat(response.status()).isEqualTo(204);
                    assertThat(response.lastOnConnection()).isTrue();
                });
    }

    @Test
    void nonHttpResponsesAreRejected() {
        assertThatThrownBy(() -> read("SSH-2.0-OpenSSH\r\n")).isInstanceOf(HttpProtocolException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"))
                .isInstanceOf(HttpProtocolException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Length: 1")).isInstanceOf(EOFException.class);
    }

    @Test
    void chunkedInputReadsTheOutputOfChunkedOutput() throws Exception {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        ChunkedOutput out = new ChunkedOutput(wire);
        out.write("hello ".getBytes(StandardCharsets.UTF_8));
        out.write("world, this is more than fifteen".getBytes(StandardCharsets.UTF_8));
        out.end(Map.of("A", "b"));

        assertThat(wire.toString(StandardCharsets.UTF_8))
                .startsWith("6\r\nhello \r\n20\r\nworld")
                .endsWith("0\r\nA: b\r\n\r\n");
        assertThat(new ChunkedInput(new ByteArrayInputStream(wire.toByteArray())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello world, this is more than fifteen");
    }

    @Test
    void theHostHeaderIsTheAuthorityOfTheUrl() {
        assertThat(HttpEndpoint.of(URI.create("https://b.s3.eu-west-1.amazonaws.com/k?X=1")))
                .isEqualTo(new HttpEndpoint("b.s3.eu-west-1.amazonaws.com", 443, true, "b.s3.eu-west-1.amazonaws.com"));
        assertThat(HttpEndpoint.of(URI.create("http://[::1]:9000/k")))
                .isEqualTo(new HttpEndpoint("::1", 9000, false, "[::1]:9000"));
        assertThatThrownBy(() -> HttpEndpoint.of(URI.create("ftp://host/k?signature=secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static HttpResponse read(String wire) throws IOException {
        return HttpResponse.read(new ByteArrayInputStream(wire.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String text(HttpResponse response) throws IOException {
        return new String(response.body().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
