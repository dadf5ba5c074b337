package org.faasnetlab.invoke.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.invoke.CredentialsProviders;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.observe.AwsCallObserver;
import org.faasnetlab.measure.DataSize;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One bucket of S3 or of a compatible service. All calls are blocking and thread-safe. */
public final class S3Bucket implements AutoCloseable {
    private final String name;
    private final S3Client client;

    public S3Bucket(ServiceEndpoint endpoint, String name) {
        this.name = name;
        AwsConfigFiles.prepareForSdk();
        this.client = S3Client.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.of(endpoint.region()))
                .credentialsProvider(CredentialsProviders.of(endpoint.credentials()))
                .forcePathStyle(S3UrlSigner.bucketInPath(endpoint))
                // Optional checksums cost processor time, and other services do not support all of them.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(httpClient(endpoint))
                .overrideConfiguration(configuration -> {
                    if (endpoint.observer() != null) {
                        configuration.addExecutionInterceptor(new AwsCallObserver(endpoint.observer()));
                    }
                })
                .build();
    }

    /** A server on this computer is not behind a proxy, regardless of the settings of the environment and of Java. */
    private static SdkHttpClient httpClient(ServiceEndpoint endpoint) {
        String host = String.valueOf(endpoint.uri().getHost());
        boolean local = host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]");
        return local ? UrlConnectionHttpClient.create(S3Bucket::connectDirectly) : UrlConnectionHttpClient.create();
    }

    private static HttpURLConnection connectDirectly(URI uri) {
        try {
            return (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    /** Creates the bucket, unless it already exists in this account. */
    public void create() throws S3AccessException, InterruptedException {
        call("Creating bucket " + name, () -> {
            try {
                return client.createBucket(request -> request.bucket(name));
            } catch (BucketAlreadyOwnedByYouException e) {
                return e;
            }
        });
    }

    /** The size of an object; empty if it does not exist. */
    public OptionalLong size(String key) throws S3AccessException, InterruptedException {
        return call("Checking " + key, () -> {
            try {
                Long length = client.headObject(request -> request.bucket(name).key(key))
                        .contentLength();
                // Some compatible services and proxies omit the length of an empty object.
                return length == null ? listedSize(key) : OptionalLong.of(length);
            } catch (NoSuchKeyException e) {
                return OptionalLong.empty();
            } catch (S3Exception wordless) {
                // A rejected HEAD contains no reason; a rejected list request does.
                listedSize(key);
                throw wordless;
            }
        });
    }

    private OptionalLong listedSize(String key) {
        return client.listObjectsV2(request -> request.bucket(name).prefix(key).maxKeys(1)).contents().stream()
                .filter(object -> object.key().equals(key))
                .mapToLong(S3Object::size)
                .findFirst();
    }

    /** Deletes an object; does nothing if it does not exist. */
    public void delete(String key) throws S3AccessException, InterruptedException {
        call(
                "Deleting " + key,
                () -> client.deleteObject(request -> request.bucket(name).key(key)));
    }

    /** Starts a multipart upload and returns its id. */
    public String createUpload(String key) throws S3AccessException, InterruptedException {
        return call(
                "Starting an upload of " + key,
                () -> client.createMultipartUpload(
                                request -> request.bucket(name).key(key))
                        .uploadId());
    }

    /**
     * Completes an upload if the parts in S3 have the expected total size; otherwise the upload stays open.
     *
     * @return whether it was completed
     */
    public boolean completeUpload(String key, String upload, DataSize expected)
            throws S3AccessException, InterruptedException {
        List<Part> parts = call(
                "Listing the parts of " + key,
                () ->
                        client
                                .listPartsPaginator(
                                        request -> request.bucket(name).key(key).uploadId(upload))
                                .parts()
                                .stream()
                                .toList());
        if (parts.stream().mapToLong(Part::size).sum() != expected.bytes()) {
            return false;
        }
        List<CompletedPart> completed = new ArrayList<>();
        for (Part part : parts) {
            completed.add(CompletedPart.builder()
                    .partNumber(part.partNumber())
                    .eTag(part.eTag())
                    .build());
        }
        call(
                "Completing the upload of " + key,
                () -> client.completeMultipartUpload(request ->
                        request.bucket(name).key(key).uploadId(upload).multipartUpload(all -> all.parts(completed))));
        return true;
    }

    /** Aborts an upload and deletes its parts. */
    public void abortUpload(String key, String upload) throws S3AccessException, InterruptedException {
        call(
                "Aborting the upload of " + key,
                () -> client.abortMultipartUpload(
                        request -> request.bucket(name).key(key).uploadId(upload)));
    }

    private static <T> T call(String what, Supplier<T> request) throws S3AccessException, InterruptedException {
        try {
            return request.get();
        } catch (AbortedException e) {
            // The SDK sets the interrupt flag; clear it, because an InterruptedException is thrown instead.
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException(what).initCause(e);
        } catch (S3Exception refused) {
            String code = refused.awsErrorDetails() == null
                    ? "HTTP status " + refused.statusCode()
                    : refused.awsErrorDetails().errorCode() + " (HTTP status " + refused.statusCode() + ")";
            throw new S3AccessException(what, Phrase.of("S3 returned {0}", code), refused);
        } catch (SdkException e) {
            throw new S3AccessException(what, Phrase.of("S3 is not reachable"), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
