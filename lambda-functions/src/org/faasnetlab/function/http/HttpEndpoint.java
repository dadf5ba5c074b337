package org.faasnetlab.function.http;

import java.net.URI;

/**
 * The address of an HTTP server.
 *
 * @param host name or IP address, without brackets
 * @param port 1 to 65535
 * @param tls whether it speaks HTTPS
 * @param authority the value of the Host header, exactly as in the URL, because a signature may cover it
 */
public record HttpEndpoint(String host, int port, boolean tls, String authority) {

    /**
     * The server of an absolute http or https URL.
     *
     * @throws IllegalArgumentException for any other URL; the message does not repeat the URL, which may carry a
     *     signature
     */
    public static HttpEndpoint of(URI url) {
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        String host = url.getHost();
        if (host == null || !(tls || "http".equalsIgnoreCase(url.getScheme()))) {
            throw new IllegalArgumentException("not an absolute http or https URL");
        }
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        String authority = url.getPort() >= 0 ? host + ":" + port : host;
        boolean ipv6 = host.startsWith("[") && host.endsWith("]");
        return new HttpEndpoint(ipv6 ? host.substring(1, host.length() - 1) : host, port, tls, authority);
    }

    /** The first line of a request, with the URL exactly as it was signed. */
    public static String requestLine(String method, URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return method + " " + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1";
    }

    /** The Host header of a request, exactly as it was signed. */
    public static String hostHeader(URI url) {
        return "Host: " + of(url).authority();
    }
}
