package org.faasnetlab.testing.invoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.faasnetlab.invoke.CredentialsSource;

/** Calculates AWS Signature Version 4 independently, according to its specification, for a received request. */
public final class SignatureV4Calculator {
    private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,]+)");

    private SignatureV4Calculator() {}

    public static String authorization(StubLambda.Request request, CredentialsSource.AccessKeys keys)
            throws GeneralSecurityException {
        Matcher signed = SIGNED_HEADERS.matcher(request.headers().get("authorization"));
        if (!signed.find()) {
            throw new IllegalArgumentException("no signed headers");
        }
        String[] target = request.line().split(" ")[1].split("\\?");
        StringBuilder canonical = new StringBuilder("POST\n" + target[0] + "\n" + target[1] + "\n");
        for (String name : signed.group(1).split(";")) {
            canonical
                    .append(name)
                    .append(':')
                    .append(request.headers().get(name))
                    .append('\n');
        }
        canonical.append('\n').append(signed.group(1)).append('\n').append(sha256(request.body()));

        String time = request.headers().get("x-amz-date");
        String date = time.substring(0, 8);
        String scope = date + "/us-east-1/lambda/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + sha256(canonical.toString().getBytes(UTF_8));
        byte[] key = ("AWS4" + keys.secretAccessKey()).getBytes(UTF_8);
        for (String part : new String[] {date, "us-east-1", "lambda", "aws4_request"}) {
            key = hmac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + keys.accessKeyId() + "/" + scope + ", SignedHeaders=" + signed.group(1)
                + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
