package org.faasnetlab.testbed.aws.creation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The functions' code on its way into the testbed's bucket. Its key has its checksum in it: an object of this key is this
 * code, and functions with another key have other code.
 */
final class CodeUpload {

    private static final int CHECKSUM_LETTERS = 16;

    private final S3Client s3;
    private final Path zip;
    private final String key;

    /**
     * @throws UncheckedIOException if the file cannot be read, which is a fault of the installation
     */
    CodeUpload(S3Client s3, Path zip) {
        this.s3 = s3;
        this.zip = zip;
        this.key = "function-" + checksum(zip).substring(0, CHECKSUM_LETTERS) + ".zip";
    }

    String key() {
        return key;
    }

    /** Puts the code into the bucket unless it is there. */
    void into(String bucket) {
        if (!isIn(bucket)) {
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(zip));
        }
    }

    // Not HeadObject: a refusal of that has no body, and so no reason.
    private boolean isIn(String bucket) {
        return s3.listObjectsV2(request -> request.bucket(bucket).prefix(key)).contents().stream()
                .anyMatch(object -> object.key().equals(key));
    }

    private static String checksum(Path file) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
