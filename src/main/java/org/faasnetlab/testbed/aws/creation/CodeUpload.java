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
 * Uploads the functions' code to the testbed's bucket. The key contains a checksum of the code, so that an object with
 * this key has the same code and functions with another key have other code.
 */
final class CodeUpload {

    private static final int CHECKSUM_LENGTH = 16;

    private final S3Client s3;
    private final Path zip;
    private final String key;

    /** @throws UncheckedIOException if the file cannot be read, which is a fault of the installation */
    CodeUpload(S3Client s3, Path zip) {
        this.s3 = s3;
        this.zip = zip;
        this.key = "function-" + checksum(zip).substring(0, CHECKSUM_LENGTH) + ".zip";
    }

    String key() {
        return key;
    }

    /** Uploads the code unless the bucket has it. */
    void uploadTo(String bucket) {
        if (!isIn(bucket)) {
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(zip));
        }
    }

    // Not HeadObject: the response that denies it has no body, and so no reason.
    private boolean isIn(String bucket) {
        return s3.listObjectsV2(request -> request.bucket(bucket).prefix(key)).contents().stream()
                .anyMatch(object -> object.key().equals(key));
    }

    private static String checksum(Path file) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
