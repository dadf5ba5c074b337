package org.faasnetlab.testbed.aws.deletion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.ResourceOwnership;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** The testbed's bucket, and buckets that an earlier stack of the same name left. */
final class Buckets {

    /** Maximum of S3 for a page of a list and for one deletion request. */
    private static final int PAGE_SIZE = 1000;

    private final DeletionCalls calls;
    private final S3Client s3;
    private final ResourceOwnership owner;
    private final String region;

    Buckets(DeletionCalls calls, S3Client s3, ResourceOwnership owner, String region) {
        this.calls = calls;
        this.s3 = s3;
        this.owner = owner;
        this.region = region;
    }

    /** Names of the testbed's buckets in the Region; no value if S3 does not list them. */
    CallResult<List<String>> names() throws AwsAccessException, InterruptedException {
        CallResult<List<Bucket>> all = calls.all(
                "s3:ListAllMyBuckets",
                token -> s3.listBuckets(request -> request.prefix(ResourceOwnership.COMMON_PREFIX)
                        .maxBuckets(PAGE_SIZE)
                        .continuationToken(token)),
                ListBucketsResponse::buckets,
                ListBucketsResponse::continuationToken);
        List<String> names = new ArrayList<>();
        for (Bucket each : all.value().orElse(List.of())) {
            if (each.name().startsWith(ResourceOwnership.COMMON_PREFIX) && isInRegion(each) && owns(each.name())) {
                names.add(each.name());
            }
        }
        return all.map(found -> names);
    }

    private boolean isInRegion(Bucket bucket) {
        return bucket.bucketRegion() == null || bucket.bucketRegion().equals(region);
    }

    private boolean owns(String bucket) throws AwsAccessException, InterruptedException {
        return owner.bucketNamed(bucket)
                || calls.call(
                                "s3:GetBucketTagging",
                                () -> s3.getBucketTagging(request -> request.bucket(bucket))
                                        .tagSet())
                        .value()
                        .map(tags -> tags.stream().anyMatch(tag -> owner.tagged(tag.key(), tag.value())))
                        .orElse(false);
    }

    /**
     * Deletes every version of every object, delete markers, and incomplete multipart uploads.
     *
     * @return whether the bucket is empty or does not exist
     */
    boolean empty(String bucket) throws AwsAccessException, InterruptedException {
        boolean noUploads = emptyCompletely(() -> abortPage(bucket));
        return emptyCompletely(() -> deletePage(bucket)) && noUploads;
    }

    /** Deletes the first page of a list; the next call gets the page that followed. */
    private interface FirstPage {
        /** The deleted items, empty if the list is empty; no value if they could not be deleted. */
        Optional<List<?>> delete() throws AwsAccessException, InterruptedException;
    }

    private static boolean emptyCompletely(FirstPage page) throws AwsAccessException, InterruptedException {
        Optional<List<?>> before = Optional.empty();
        while (true) {
            Optional<List<?>> deleted = page.delete();
            if (deleted.isEmpty() || deleted.get().isEmpty()) {
                return deleted.isPresent();
            }
            if (deleted.equals(before)) {
                return false;
            }
            before = deleted;
        }
    }

    private Optional<List<?>> abortPage(String bucket) throws AwsAccessException, InterruptedException {
        CallResult<ListMultipartUploadsResponse> page = calls.call(
                "s3:ListBucketMultipartUploads", () -> s3.listMultipartUploads(request -> request.bucket(bucket)));
        if (page.value().isEmpty()) {
            return page.isGone() ? Optional.of(List.of()) : Optional.empty();
        }
        boolean refused = false;
        for (MultipartUpload each : page.value().get().uploads()) {
            refused |= calls.call(
                            "s3:AbortMultipartUpload",
                            () -> s3.abortMultipartUpload(request ->
                                    request.bucket(bucket).key(each.key()).uploadId(each.uploadId())))
                    .isRefused();
        }
        return refused ? Optional.empty() : Optional.of(page.value().get().uploads());
    }

    private Optional<List<?>> deletePage(String bucket) throws AwsAccessException, InterruptedException {
        CallResult<ListObjectVersionsResponse> page = calls.call(
                "s3:ListBucketVersions",
                () -> s3.listObjectVersions(request -> request.bucket(bucket).maxKeys(PAGE_SIZE)));
        if (page.value().isEmpty()) {
            return page.isGone() ? Optional.of(List.of()) : Optional.empty();
        }
        List<ObjectIdentifier> found = Stream.concat(
                        page.value().get().versions().stream().map(each -> version(each.key(), each.versionId())),
                        page.value().get().deleteMarkers().stream().map(each -> version(each.key(), each.versionId())))
                .toList();
        if (found.isEmpty()) {
            return Optional.of(found);
        }
        List<S3Error> errors = calls.call(
                        "s3:DeleteObjectVersion",
                        () -> s3.deleteObjects(request -> request.bucket(bucket)
                                .delete(these -> these.objects(found).quiet(true))))
                .map(DeleteObjectsResponse::errors)
                .valueOrNull();
        if (errors == null || !errors.isEmpty()) {
            Optional.ofNullable(errors).ifPresent(all -> recordBlocked(bucket, all.get(0)));
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private void recordBlocked(String bucket, S3Error error) {
        calls.recordBlocked(new BlockedAction(
                "s3:DeleteObjectVersion",
                "S3 did not delete an object in " + bucket + ": " + error.code() + ".",
                "Ask your account administrator for the policy that 'faasnetlab aws plan' prints."));
    }

    private static ObjectIdentifier version(String key, @Nullable String id) {
        return ObjectIdentifier.builder().key(key).versionId(id).build();
    }

    /** Deletes an empty bucket. */
    void delete(String bucket) throws AwsAccessException, InterruptedException {
        calls.call("s3:DeleteBucket", () -> s3.deleteBucket(request -> request.bucket(bucket)));
    }
}
