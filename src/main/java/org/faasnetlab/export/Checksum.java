package org.faasnetlab.export;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java has. */
public final class Checksum {
    private Checksum() {}

    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException notHere) {
            throw new IllegalStateException(notHere);
        }
    }
}
