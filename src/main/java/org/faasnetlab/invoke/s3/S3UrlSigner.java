package org.faasnetlab.invoke.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.function.Supplier;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.invoke.CredentialsProviders;
import org.faasnetlab.invoke.ServiceEndpoint;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Creates presigned URLs with which a function accesses S3 without credentials. Host and port are part of the
 * signature: a function behind a relay needs URLs with the port of the relay. Anyone can use a URL until it expires, so
 * URLs are never logged or stored.
 */
public final class S3UrlSigner implements AutoCloseable {
    private static final String AWS = ".amazonaws.com";

    private final String bucket;
    private final Duration validity;
    private final S3Presigner presigner;

    /**
     * @param endpoint the address to which the function connects
     * @param validity validity of the URLs, up to 7 days
     */
    public S3UrlSigner(ServiceEndpoint endpoint, String bucket, Duration validity) {
        this.bucket = bucket;
        this.validity = validity;
        AwsConfigFiles.prepareForSdk();
        this.presigner = S3Presigner.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.of(endpoint.region()))
                .credentialsProvider(CredentialsProviders.of(endpoint.credentials()))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(bucketInPath(endpoint))
                        .build())
                .build();
    }

    /** URL to GET an object; a Range header may be added because it is not signed. */
    public URI get(String key) throws S3AccessException {
        return sign(() -> presigner.presignGetObject(presign -> presign.signatureDuration(validity)
                .getObjectRequest(request -> request.bucket(bucket).key(key))));
    }

    /** URL to PUT a whole object. */
    public URI put(String key) throws S3AccessException {
        return sign(() -> presigner.presignPutObject(presign -> presign.signatureDuration(validity)
                .putObjectRequest(request -> request.bucket(bucket).key(key))));
    }

    /**
     * URL to PUT one part of a multipart upload.
     *
     * @param part 1 to 10,000
     */
    public URI uploadPart(String key, String upload, int part) throws S3AccessException {
        return sign(() -> presigner.presignUploadPart(presign -> presign.signatureDuration(validity)
                .uploadPartRequest(request ->
                        request.bucket(bucket).key(key).uploadId(upload).partNumber(part))));
    }

    /** Whether the bucket is in the path, as S3-compatible services expect; AWS expects it in the host name. */
    static boolean bucketInPath(ServiceEndpoint endpoint) {
        String host = endpoint.uri().getHost();
        return !host.endsWith(AWS) && !host.endsWith(AWS + ".cn");
    }

    private static URI sign(Supplier<PresignedRequest> request) throws S3AccessException {
        try {
            return request.get().url().toURI();
        } catch (SdkException e) {
            throw new S3AccessException("Presigning an S3 URL", Phrase.of("no credentials found"), e);
        } catch (URISyntaxException e) {
            // Omit the cause: it contains the presigned URL.
            throw new IllegalStateException("the SDK presigned an invalid URL");
        }
    }

    @Override
    public void close() {
        presigner.close();
    }
}
