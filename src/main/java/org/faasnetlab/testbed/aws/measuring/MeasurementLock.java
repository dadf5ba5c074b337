package org.faasnetlab.testbed.aws.measuring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object in a testbed's bucket that names the user who measures, so that two users never share the servers' ports and
 * bandwidth. Every write depends on what was read before (If-None-Match, If-Match), so that S3 decides between two users
 * who write at the same time.
 *
 * <p>Safe for use by several threads.
 */
public final class MeasurementLock implements AutoCloseable {

    /** How often a user who measures writes the object again. */
    static final Duration RENEWAL = Duration.ofMinutes(1);

    /**
     * How long the object is valid after it was written. Clocks of users differ by less than five minutes, because AWS
     * refuses later or earlier signatures; the rest is enough for several renewals.
     */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(MeasurementLock.class);
    private static final String KEY = "measuring.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_TRIES = 3;
    private static final Set<Integer> CONFLICTS = Set.of(404, 409, 412);
    private static final int NOT_IMPLEMENTED = 501;
    private static final Holder NOBODY = new Holder("", "", "", Instant.EPOCH, Instant.EPOCH);

    /**
     * A user who measures.
     *
     * @param id unique for each reservation
     * @param user name of the user or role in AWS
     * @param host name of the computer
     * @param since start of the measurement
     * @param expires when the reservation ends unless it is renewed
     */
    public record Holder(String id, String user, String host, Instant since, Instant expires) {

        /** User and host, for example {@code user/ada on lab-pc}. */
        public String text() {
            return user + " on " + host;
        }

        private Holder until(Instant end) {
            return new Holder(id, user, host, since, end);
        }
    }

    private record Stored(Holder holder, String etag) {}

    private final String testbed;
    private final S3Client s3;
    private final String bucket;
    private final AwsErrorTranslator failures;
    private final Clock clock;

    /**
     * @param testbed name of the testbed
     * @param s3 closed with the lock
     */
    public MeasurementLock(String testbed, S3Client s3, String bucket, AwsErrorTranslator failures, Clock clock) {
        this.testbed = testbed;
        this.s3 = s3;
        this.bucket = bucket;
        this.failures = failures;
        this.clock = clock;
    }

    /** The user who measures now. */
    public Optional<Holder> holder() throws LabException {
        return read().map(Stored::holder).filter(this::isActive);
    }

    /**
     * Reserves the testbed until the reservation is released, or is not renewed in time.
     *
     * @throws LabException if somebody else measures
     */
    Reservation acquire(String user, String host) throws LabException {
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            Optional<Stored> stored = read();
            if (stored.isPresent() && isActive(stored.get().holder())) {
                throw inUse(stored.get().holder());
            }
            Instant now = clock.instant();
            Holder mine = new Holder(UUID.randomUUID().toString(), user, host, now, now.plus(VALIDITY));
            Optional<String> etag = write(mine, stored.map(Stored::etag).orElse(null));
            if (etag.isPresent()) {
                return new Reservation(mine, etag.get());
            }
        }
        throw new LabException(
                LabException.Kind.REFUSED,
                Phrase.of("Somebody else is starting to measure on testbed {0}.", testbed),
                Phrase.of("To see who, run 'faasnetlab aws status'."));
    }

    /**
     * Ends the reservation of another user, whose run then stops before its next trial.
     *
     * @return whether this reservation was still the current one
     */
    public boolean end(Holder holder) throws LabException {
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            Optional<Stored> stored =
                    read().filter(current -> current.holder().id().equals(holder.id()));
            if (stored.isEmpty()) {
                // From the second try on, this request has deleted it, or a renewal was in between.
                return tries > 1;
            }
            if (delete(stored.get().etag())) {
                return true;
            }
        }
        return false;
    }

    private LabException inUse(Holder holder) {
        return new LabException(
                LabException.Kind.REFUSED,
                Phrase.of("{0} measures on testbed {1} since {2}.", holder.text(), testbed, holder.since()),
                Phrase.of("Wait until that run has finished, or end it with 'faasnetlab aws release {0}'.", testbed));
    }

    private boolean isActive(Holder holder) {
        return clock.instant().isBefore(holder.expires());
    }

    private Optional<Stored> read() throws LabException {
        return failures.call(() -> {
            try {
                ResponseBytes<GetObjectResponse> object =
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(KEY));
                return Optional.of(new Stored(
                        parse(object.asUtf8String()), object.response().eTag()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * A conflict can be with this holder itself: if S3 stored the object and its answer was lost, the SDK's repetition of
     * the request conflicts with it.
     *
     * @param etag of the object to replace, or null if there must be none
     * @return the new object's, or empty if somebody else has written in between
     */
    private Optional<String> write(Holder holder, @Nullable String etag) throws LabException {
        String expected = etag;
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            Optional<String> written = tryToWrite(holder, expected);
            if (written.isPresent()) {
                return written;
            }
            Optional<Stored> stored =
                    read().filter(current -> current.holder().id().equals(holder.id()));
            if (stored.isEmpty() || stored.get().holder().equals(holder)) {
                return stored.map(Stored::etag);
            }
            // An earlier renewal was stored without an answer.
            expected = stored.get().etag();
        }
        return Optional.empty();
    }

    private Optional<String> tryToWrite(Holder holder, @Nullable String etag) throws LabException {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder().bucket(bucket).key(KEY).contentType("application/json");
        PutObjectRequest request = (etag == null ? put.ifNoneMatch("*") : put.ifMatch(etag)).build();
        return failures.call(() -> {
            try {
                return Optional.of(s3.putObject(request, RequestBody.fromString(format(holder)))
                        .eTag());
            } catch (S3Exception e) {
                if (isConflict(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /**
     * Where S3 has no conditional deletions, the object is replaced by an expired one.
     *
     * @return whether the object was still the one with this tag
     */
    private boolean delete(String etag) throws LabException {
        Optional<Boolean> deleted = failures.call(() -> {
            try {
                s3.deleteObject(request -> request.bucket(bucket).key(KEY).ifMatch(etag));
                return Optional.of(true);
            } catch (S3Exception e) {
                if (isConflict(e)) {
                    return Optional.of(false);
                }
                if (e.statusCode() == NOT_IMPLEMENTED) {
                    return Optional.empty();
                }
                throw e;
            }
        });
        return deleted.isPresent() ? deleted.get() : tryToWrite(NOBODY, etag).isPresent();
    }

    private static boolean isConflict(S3Exception failure) {
        // 404: the object that should be replaced or deleted does not exist any more.
        return CONFLICTS.contains(failure.statusCode());
    }

    private static String format(Holder holder) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", holder.id());
        node.put("user", holder.user());
        node.put("host", holder.host());
        node.put("since", holder.since().toString());
        node.put("expires", holder.expires().toString());
        return node.toString();
    }

    /** An object that cannot be parsed counts as expired. */
    static Holder parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new Holder(
                    node.path("id").asText(),
                    node.path("user").asText(),
                    node.path("host").asText(),
                    Instant.parse(node.path("since").asText()),
                    Instant.parse(node.path("expires").asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            LOG.warn("The object {} is damaged", KEY, e);
            return NOBODY;
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    /** The testbed's reservation by this program. */
    final class Reservation implements AutoCloseable {

        private Holder mine;
        private String etag;
        private boolean lost;

        private Reservation(Holder mine, String etag) {
            this.mine = mine;
            this.etag = etag;
        }

        /** Extends the reservation. A failed request is logged: the next renewal may succeed in time. */
        synchronized void renew() {
            if (lost) {
                return;
            }
            Holder renewed = mine.until(clock.instant().plus(VALIDITY));
            try {
                Optional<String> written = write(renewed, etag);
                if (written.isPresent()) {
                    mine = renewed;
                    etag = written.get();
                } else {
                    lost = true;
                }
            } catch (LabException e) {
                LOG.warn("Cannot renew the reservation of testbed {}: {}", testbed, e.getMessage());
            }
        }

        /** @throws LabException if the reservation has been taken over by somebody else, or has expired */
        synchronized void require() throws LabException {
            if (!lost && !isActive(mine)) {
                renew();
            }
            if (!lost && isActive(mine)) {
                return;
            }
            String next = holder().map(Holder::text).orElse("Somebody else");
            throw new LabException(
                    LabException.Kind.REFUSED,
                    lost
                            ? next + " has ended this run's use of testbed " + testbed + "."
                            : "The reservation of testbed " + testbed + " has expired and cannot be renewed.",
                    "When the testbed is free, resume the run.");
        }

        /** Releases the testbed. If that fails, the reservation expires. */
        @Override
        public synchronized void close() {
            if (!lost) {
                try {
                    if (!delete(etag)) {
                        end(mine);
                    }
                } catch (LabException e) {
                    LOG.warn("Cannot release testbed {}: {}", testbed, e.getMessage());
                }
                lost = true;
            }
        }
    }
}
