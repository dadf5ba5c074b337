package org.faasnetlab.function.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The response to one request: status, headers, and a body whose length follows from RFC 9112, section 6.3. */
public final class HttpResponse {
    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;

    private HttpResponse(int status, Map<String, String> headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public static HttpResponse read(InputStream in) throws IOException {
        while (true) {
            int status = status(HttpLineReader.read(in));
            Map<String, String> headers = headers(in);
            if (status >= 200) {
                return new HttpResponse(status, headers, body(in, status, headers));
            }
        }
    }

    private static int status(String line) throws HttpProtocolException {
        if (line.length() < 12 || !line.startsWith("HTTP/1.")) {
            throw new HttpProtocolException("the response does not start with an HTTP/1 status line");
        }
        try {
            return Integer.parseInt(line.substring(9, 12));
        } catch (NumberFormatException e) {
            throw new HttpProtocolException("the status line has no status code");
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = HttpLineReader.read(in); !line.isEmpty(); line = HttpLineReader.read(in)) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new HttpProtocolException("a header line without a name");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        return headers;
    }

    private static InputStream body(InputStream in, int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return InputStream.nullInputStream();
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new ChunkedInput(in);
        }
        String length = headers.get("content-length");
        return length == null ? in : new FixedLengthInput(in, length(length));
    }

    private static long length(String text) throws HttpProtocolException {
        try {
            long length = Long.parseLong(text);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // treated like a negative length
        }
        throw new HttpProtocolException("Content-Length is not a number of bytes");
    }

    public int status() {
        return status;
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The value of a header, named in lower case. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body. If the connection breaks before the end, reading throws an IOException. */
    public InputStream body() {
        return body;
    }

    /** Whether the server closes the connection after this response. */
    public boolean lastOnConnection() {
        boolean delimited = headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
        return "close".equalsIgnoreCase(headers.get("connection")) || !(delimited || status == 204 || status == 304);
    }
}
