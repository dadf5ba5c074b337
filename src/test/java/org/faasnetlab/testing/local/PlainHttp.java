package org.faasnetlab.testing.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Plain HTTP like that of a function: without SDK and without S3-specific headers. */
public final class PlainHttp {
    private PlainHttp() {}

    /** A response: its status, and the body on success. */
    public record Answer(int status, byte[] body) {}

    public static Answer get(URI url) throws IOException {
        return answer(connection(url));
    }

    /** Fetches the bytes from {@code first} to {@code last}, inclusive. */
    public static Answer get(URI url, long first, long last) throws IOException {
        HttpURLConnection connection = connection(url);
        connection.setRequestProperty("Range", "bytes=" + first + "-" + last);
        return answer(connection);
    }

    public static int put(URI url, byte[] content) throws IOException {
        HttpURLConnection connection = connection(url);
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(content.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(content);
        }
        return answer(connection).status();
    }

    private static HttpURLConnection connection(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setReadTimeout(60_000);
        return connection;
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status >= 300) {
            connection.disconnect();
            return new Answer(status, new byte[0]);
        }
        try (InputStream in = connection.getInputStream()) {
            return new Answer(status, in.readAllBytes());
        }
    }
}
