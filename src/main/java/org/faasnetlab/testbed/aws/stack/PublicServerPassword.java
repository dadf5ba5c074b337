package org.faasnetlab.testbed.aws.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password that functions outside the VPC use at servers with public addresses. Generated once, when the stack is
 * created; from then on only the stack and its function have it. Servers have only its hash.
 */
public final class PublicServerPassword {

    /** The only user that the servers accept. */
    public static final String USER = "faasnetlab";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;

    private final String text;

    private PublicServerPassword(String text) {
        this.text = text;
    }

    public static PublicServerPassword random(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new PublicServerPassword(text.toString());
    }

    String text() {
        return text;
    }

    /** The entry in iperf3's file of users: SHA-256 of {@code {user}password}, in hex. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(("{" + USER + "}" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "OutsidePassword[not shown]";
    }
}
