package org.faasnetlab.testbed.local.lambda;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.faasnetlab.invoke.CredentialsSource;

/**
 * Verifies that a request is signed with the access key of this service by AWS Signature Version 4, so that other users
 * of the computer cannot run functions. Follows "Create a signed AWS API request" in the IAM User Guide.
 */
final class SignatureVerifier {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/((\\d{8})/([^/]+)/([^/]+)/aws4_request), ?"
                    + "SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);
    private static final String SERVICE = "lambda";

    private final CredentialsSource.AccessKeys keys;
    private final String region;
    private final Clock clock;

    SignatureVerifier(CredentialsSource.AccessKeys keys, String region, Clock clock) {
        this.keys = keys;
        this.region = region;
        this.clock = clock;
    }

    /** @throws LambdaApiException (403) if a request does not name the access key, which only this user knows */
    void requireAccessKey(Headers headers) throws LambdaApiException {
        Matcher parts = authorization(headers);
        if (!MessageDigest.isEqual(bytes(parts.group(1)), bytes(keys.accessKeyId()))) {
            throw wrongKeys();
        }
    }

    private static Matcher authorization(Headers headers) throws LambdaApiException {
        String authorization = headers.getFirst("Authorization");
        Matcher parts = AUTHORIZATION.matcher(authorization == null ? "" : authorization);
        if (!parts.matches()) {
            throw LambdaApiException.wrongSignature("The request is not signed.");
        }
        return parts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LambdaApiException wrongKeys() {
        return LambdaApiException.wrongSignature("The request signature does not match the keys of this service.");
    }

    /** @throws LambdaApiException (403) if the signature is missing, wrong or more than five minutes old */
    void check(String method, URI uri, Headers headers, byte[] body) throws LambdaApiException {
        Matcher parts = authorization(headers);
        String time = headers.getFirst("X-Amz-Date");
        List<String> signedHeaders = Arrays.asList(parts.group(6).split(";", -1));
        if (time == null
                || !signedHeaders.containsAll(List.of("host", "x-amz-date"))
                || !time.startsWith(parts.group(3))
                || !isCurrent(time)) {
            throw LambdaApiException.wrongSignature("The signature has expired or does not name its time.");
        }
        String request = String.join(
                "\n",
                method,
                encodedPath(uri.getRawPath()),
                sortedQuery(uri.getRawQuery()),
                headerLines(headers, signedHeaders),
                parts.group(6),
                sha256(body));
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", time, parts.group(2), sha256(request.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + keys.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(parts.group(3), region, SERVICE, "aws4_request", toSign)) {
            key = hmac(key, part);
        }
        boolean right = MessageDigest.isEqual(key, HexFormat.of().parseHex(parts.group(7)));
        if (!right || !parts.group(1).equals(keys.accessKeyId())) {
            throw wrongKeys();
        }
    }

    private boolean isCurrent(String time) {
        try {
            Duration age = Duration.between(TIME.parse(time, Instant::from), clock.instant());
            return age.abs().compareTo(MAX_SKEW) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Path segments are URL-encoded twice, for every service except S3. */
    private static String encodedPath(String rawPath) {
        return encode(rawPath).replace("%2F", "/");
    }

    private static String sortedQuery(String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return "";
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter : rawQuery.split("&", -1)) {
            String[] nameAndValue = parameter.split("=", 2);
            parameters.add(recode(nameAndValue[0]) + "=" + (nameAndValue.length == 2 ? recode(nameAndValue[1]) : ""));
        }
        parameters.sort(null);
        return String.join("&", parameters);
    }

    private static String headerLines(Headers headers, List<String> names) {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            List<String> values = headers.getOrDefault(name, List.of());
            String joined = String.join(",", values.stream().map(String::trim).toList());
            lines.append(name).append(':').append(joined.replaceAll(" +", " ")).append('\n');
        }
        return lines.toString();
    }

    private static String recode(String encoded) {
        return encode(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
