package org.faasnetlab.function.http;

import java.net.URI;

/** The first two lines of a request, with the URL exactly as it was signed. */
public final class RequestHeadLines {
    private RequestHeadLines() {}

    public static String line(String method, URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return method + " " + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1";
    }

    public static String host(URI url) {
        return "Host: " + HttpEndpoint.of(url).authority();
    }
}
