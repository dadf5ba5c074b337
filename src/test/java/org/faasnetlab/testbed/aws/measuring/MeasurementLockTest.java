package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testing.ManualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class MeasurementLockTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final ManualClock clock = new ManualClock(NOON);
    private final FakeS3 s3 = new FakeS3();
    private final MeasurementLock lock =
            new MeasurementLock("lab", s3, "bucket", new AwsErrorTranslator(null, Region.EU_CENTRAL_1), clock);

    @Test
    void freeTestbedIsReservedAndReleased() throws Exception {
        assertThat(lock.holder()).isEmpty();

        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");

        assertThat(lock.holder()).hasValueSatisfying(holder -> {
            assertThat(holder.text()).isEqualTo("user/ada on lab-pc");
            assertThat(holder.since()).isEqualTo(NOON);
            assertThat(holder.expires()).isEqualTo(NOON.plus(MeasurementLock.VALIDITY));
        });

        reservation.close();
        assertThat(lock.holder()).isEmpty();
        assertThat(s3.content).isNull();
    }

    @Test
    void secondUserIsRefused() throws Exception {
        lock.acquire("user/ada", "lab-pc");

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> lock.acquire("user/bob", "laptop"))
                .withMessage("user/ada on lab-pc measures on testbed lab since 2026-11-30T12:00:00Z.")
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(LabException.Kind.REFUSED);
                    assertThat(failure.nextStep()).contains("faasnetlab aws release lab");
                });
    }

    @Test
    void onlyOneOfTwoUsersWhoStartAtTheSameTimeGetsIt() throws Exception {
        s3.beforePut = () -> put("{\"id\":\"other\",\"user\":\"user/bob\",\"host\":\"laptop\","
                + "\"since\":\"2026-11-30T12:00:00Z\",\"expires\":\"2026-11-30T12:10:00Z\"}");

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> lock.acquire("user/ada", "lab-pc"))
                .withMessageStartingWith("user/bob on laptop measures");
    }

    @Test
    void reservationThatWasNotRenewedExpires() throws Exception {
        MeasurementLock.Reservation crashed = lock.acquire("user/ada", "lab-pc");
        clock.move(MeasurementLock.VALIDITY.plusSeconds(1));

        lock.acquire("user/bob", "laptop");

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(crashed::require)
                .withMessage("user/bob on laptop has ended this run's use of testbed lab.");
        assertThat(lock.holder())
                .hasValueSatisfying(holder -> assertThat(holder.user()).isEqualTo("user/bob"));
    }

    @Test
    void renewedReservationDoesNotExpire() throws Exception {
        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");
        clock.move(MeasurementLock.VALIDITY.minusSeconds(1));
        reservation.renew();
        clock.move(MeasurementLock.VALIDITY.minusSeconds(1));

        assertThatCode(reservation::require).doesNotThrowAnyException();
        assertThatExceptionOfType(LabException.class).isThrownBy(() -> lock.acquire("user/bob", "laptop"));
    }

    @Test
    void reservationThatExpiredWhileTheComputerSleptIsRenewedIfNobodyTookIt() throws Exception {
        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");
        clock.move(Duration.ofHours(1));

        assertThatCode(reservation::require).doesNotThrowAnyException();
        assertThat(lock.holder()).isPresent();
    }

    @Test
    void releasedUserStopsAndDoesNotRemoveTheNextReservation() throws Exception {
        MeasurementLock.Reservation ada = lock.acquire("user/ada", "lab-pc");
        assertThat(lock.end(lock.holder().orElseThrow())).isTrue();
        lock.acquire("user/bob", "laptop");

        ada.renew();

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(ada::require)
                .withMessageContaining("user/bob on laptop has ended this run's use");
        ada.close();
        assertThat(lock.holder())
                .hasValueSatisfying(holder -> assertThat(holder.user()).isEqualTo("user/bob"));
    }

    @Test
    void laterReservationIsNotEndedByMistake() throws Exception {
        lock.acquire("user/ada", "lab-pc").close();
        MeasurementLock.Holder seen = new MeasurementLock.Holder("earlier", "user/ada", "lab-pc", NOON, NOON);
        lock.acquire("user/bob", "laptop");

        assertThat(lock.end(seen)).isFalse();
        assertThat(lock.holder()).isPresent();
    }

    @Test
    void failedRenewalIsToleratedUntilTheReservationExpires() throws Exception {
        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");
        s3.offline = true;
        reservation.renew();

        assertThatCode(reservation::require).doesNotThrowAnyException();

        clock.move(MeasurementLock.VALIDITY.plusSeconds(1));
        assertThatExceptionOfType(LabException.class).isThrownBy(reservation::require);
    }

    @Test
    void damagedObjectCountsAsExpired() throws Exception {
        put("{}");

        assertThat(lock.holder()).isEmpty();
        assertThatCode(() -> lock.acquire("user/ada", "lab-pc")).doesNotThrowAnyException();
    }

    @Test
    void requestThatIsRepeatedBecauseItsAnswerWasLostReservesTheTestbed() throws Exception {
        s3.lostAnswers = 1;

        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");

        assertThatCode(reservation::require).doesNotThrowAnyException();
        reservation.renew();
        reservation.close();
        assertThat(s3.content).isNull();
    }

    @Test
    void renewalThatIsRepeatedBecauseItsAnswerWasLostKeepsTheReservation() throws Exception {
        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");
        clock.move(MeasurementLock.RENEWAL);
        s3.lostAnswers = 1;
        reservation.renew();

        assertThatCode(reservation::require).doesNotThrowAnyException();
        assertThat(lock.holder())
                .hasValueSatisfying(holder -> assertThat(holder.expires())
                        .isEqualTo(NOON.plus(MeasurementLock.RENEWAL).plus(MeasurementLock.VALIDITY)));
        reservation.close();
        assertThat(s3.content).isNull();
    }

    @Test
    void renewalWhoseAnswerNeverArrivedIsFollowedByTheNext() throws Exception {
        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");
        clock.move(MeasurementLock.RENEWAL);
        s3.unreachableAfterPut = true;
        reservation.renew();
        clock.move(MeasurementLock.RENEWAL);
        reservation.renew();

        assertThatCode(reservation::require).doesNotThrowAnyException();
        assertThat(lock.holder())
                .hasValueSatisfying(holder -> assertThat(holder.expires())
                        .isEqualTo(NOON.plus(MeasurementLock.RENEWAL.multipliedBy(2))
                                .plus(MeasurementLock.VALIDITY)));
    }

    @Test
    void releaseAfterAnUnansweredRenewalDeletesTheObject() throws Exception {
        MeasurementLock.Reservation reservation = lock.acquire("user/ada", "lab-pc");
        s3.unreachableAfterPut = true;
        reservation.renew();

        reservation.close();

        assertThat(s3.content).isNull();
    }

    @Test
    void deletionThatIsRepeatedBecauseItsAnswerWasLostHasEndedTheUse() throws Exception {
        lock.acquire("user/ada", "lab-pc");
        MeasurementLock.Holder holder = lock.holder().orElseThrow();
        s3.lostAnswers = 1;

        assertThat(lock.end(holder)).isTrue();
        assertThat(lock.holder()).isEmpty();
    }

    @Test
    void reservationIsReleasedWithoutConditionalDeletions() throws Exception {
        s3.conditionalDeletions = false;

        lock.acquire("user/ada", "lab-pc").close();

        assertThat(lock.holder()).isEmpty();
        assertThat(s3.content).isNotNull();
        lock.acquire("user/bob", "laptop");
        assertThat(lock.holder())
                .hasValueSatisfying(holder -> assertThat(holder.user()).isEqualTo("user/bob"));
    }

    private void put(String content) {
        s3.content = content;
        s3.version++;
    }

    /** A bucket with one object and conditional writes. */
    private static final class FakeS3 implements S3Client {
        private @Nullable String content;
        private int version;
        private boolean offline;
        private boolean conditionalDeletions = true;

        /** How many requests are executed and then repeated, as the SDK does if the answer does not arrive. */
        private int lostAnswers;

        /** Whether the next write is executed, and neither its answer nor a repetition gets through. */
        private boolean unreachableAfterPut;

        private @Nullable Runnable beforePut;

        @Override
        public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
            requireOnline();
            if (content == null) {
                throw NoSuchKeyException.builder()
                        .statusCode(404)
                        .awsErrorDetails(details("NoSuchKey"))
                        .build();
            }
            try {
                return transformer.transform(
                        GetObjectResponse.builder().eTag(etag()).build(),
                        AbortableInputStream.create(
                                new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
            requireOnline();
            Runnable before = beforePut;
            beforePut = null;
            if (before != null) {
                before.run();
            }
            requireMatch(request.ifNoneMatch() == null ? request.ifMatch() : null);
            if (request.ifNoneMatch() != null && content != null) {
                throw conflict();
            }
            try (var in = body.contentStreamProvider().newStream()) {
                content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            version++;
            if (unreachableAfterPut) {
                unreachableAfterPut = false;
                throw SdkClientException.create("offline", new java.net.SocketException("unreachable"));
            }
            if (lostAnswers > 0) {
                lostAnswers--;
                return putObject(request, body);
            }
            return PutObjectResponse.builder().eTag(etag()).build();
        }

        @Override
        public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
            requireOnline();
            if (!conditionalDeletions && request.ifMatch() != null) {
                throw S3Exception.builder()
                        .statusCode(501)
                        .awsErrorDetails(details("NotImplemented"))
                        .build();
            }
            requireMatch(request.ifMatch());
            content = null;
            if (lostAnswers > 0) {
                lostAnswers--;
                return deleteObject(request);
            }
            return DeleteObjectResponse.builder().build();
        }

        private void requireMatch(@Nullable String etag) {
            if (etag != null && (content == null || !etag.equals(etag()))) {
                throw conflict();
            }
        }

        private void requireOnline() {
            if (offline) {
                throw SdkClientException.create("offline", new java.net.SocketException("unreachable"));
            }
        }

        private String etag() {
            return "\"" + version + "\"";
        }

        private static S3Exception conflict() {
            return (S3Exception) S3Exception.builder()
                    .statusCode(412)
                    .awsErrorDetails(details("PreconditionFailed"))
                    .build();
        }

        private static AwsErrorDetails details(String code) {
            return AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
