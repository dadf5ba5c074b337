package org.faasnetlab.testing.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.faasnetlab.testing.aws.AwsEndpointStub.Request;

/**
 * Signs forwarded requests with the user's keys (Signature Version 4) for a moto that verifies signatures: URL and
 * sometimes body differ from those that the program signed.
 */
public final class RequestResigner {
    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/(([^/]+)/([^/]+)/([^/]+)/aws4_request)");
    private static final String HASH = "x-amz-content-sha256";
    private static final String TIME = "x-amz-date";

    private final String keyId;
    private final String secret;

    public RequestResigner(String keyId, String secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    /** Headers that replace those of the request; empty for a request that was not signed in its headers. */
    public Map<String, String> headers(Request request, URI target, byte[] body) {
        Matcher scope = SCOPE.matcher(header(request, "authorization", ""));
        if (!scope.find()) {
            return Map.of();
        }
        try {
            Map<String, String> signed = new TreeMap<>();
            signed.put("host", target.getAuthority());
            signed.put(HASH, header(request, HASH, hash(body)));
            signed.put(TIME, header(request, TIME, ""));
            String names = String.join(";", signed.keySet());
            String canonical = String.join(
                    "\n",
                    request.method(),
                    request.service().equals("s3")
                            ? target.getRawPath()
                            : target.getRawPath().replace("%", "%25"),
                    sorted(target.getRawQuery()),
                    signed.entrySet().stream()
                            .map(each -> each.getKey() + ":" + each.getValue() + "\n")
                            .collect(Collectors.joining()),
                    names,
                    signed.get(HASH));
            String toSign = String.join(
                    "\n", "AWS4-HMAC-SHA256", signed.get(TIME), scope.group(1), hash(canonical.getBytes(UTF_8)));
            byte[] key = ("AWS4" + secret).getBytes(UTF_8);
            for (String part : scope.group(1).split("/")) {
                key = hmac(key, part);
            }
            return Map.of(
                    HASH,
                    signed.get(HASH),
                    "authorization",
                    "AWS4-HMAC-SHA256 Credential=" + keyId + "/" + scope.group(1) + ", SignedHeaders=" + names
                            + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
        } catch (GeneralSecurityException noSuchAlgorithm) {
            throw new IllegalStateException(noSuchAlgorithm);
        }
    }

    private static String sorted(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .map(each -> each.contains("=") ? each : each + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static String header(Request request, String name, String other) {
        return request.headers().entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(each -> each.getValue().get(0))
                .findFirst()
                .orElse(other);
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
