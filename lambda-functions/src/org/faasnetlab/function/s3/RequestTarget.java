package org.faasnetlab.function.s3;

import java.net.URI;
import org.faasnetlab.function.http.HttpEndpoint;

/** The first two lines of a request, with the URL exactly as it was signed. */
final class RequestTarget {
    private RequestTarget() {}

    static String line(String method, URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return method + " " + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1";
    }

    static String host(URI url) {
        return "Host: " + HttpEndpoint.of(url).authority();
    }
}
