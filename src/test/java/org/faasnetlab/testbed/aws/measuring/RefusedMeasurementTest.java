package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.AwsEndpointStub.Answer;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.s3.S3Workload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

/** Errors when credentials expire or the clock is wrong during measurements. */
@Timeout(60)
class RefusedMeasurementTest {
    private static final String SIGN_IN =
            "The sign-in session of profile \"lab\" has expired or was never started. Sign in again with 'aws sso login --profile lab', "
                    + "or renew the session credentials, and try again.";
    private static final String CLOCK =
            "AWS rejected the signature because the clock of this computer is wrong. Correct the clock and try again.";
    private static final Answer EMPTY = Answer.xml("");

    private static final Answer AN_UPLOAD =
            Answer.xml("<InitiateMultipartUploadResult><UploadId>upload-1</UploadId></InitiateMultipartUploadResult>");

    /** Lambda's error for each reason. */
    private static final InvocationEnd.Rejected EXPIRED = new InvocationEnd.Rejected(
            403, "ExpiredTokenException", "The security token included in the request is expired");

    private static final InvocationEnd.Rejected UNKNOWN = new InvocationEnd.Rejected(
            403, "UnrecognizedClientException", "The security token included in the request is invalid.");
    private static final InvocationEnd.Rejected SKEWED = new InvocationEnd.Rejected(
            403,
            "InvalidSignatureException",
            "Signature expired: 20261123T120000Z is now earlier than 20261123T120500Z (20261123T121000Z - 5 min.)");

    private AwsEndpointStub front;
    private AwsTestbed testbed;
    private final ManualClock clock = new ManualClock(Instant.now());
    private InvocationEnd invoked = new InvocationEnd.Complete();

    @BeforeEach
    void open() throws Exception {
        front = new AwsEndpointStub(request -> EMPTY);
        MeasurementTarget description = new MeasurementTarget(
                "lab",
                endpoint(),
                endpoint(),
                "inside",
                10,
                ResponseMode.STREAMED,
                List.of(new Iperf3Host("10.83.0.10", 5201, 10, 5200, null)),
                "bucket",
                "iperf3.zip",
                null,
                null,
                true,
                "user/ada",
                new TreeMap<>());
        testbed = new AwsTestbed(
                description,
                MemoryVersions.of(front.account(), Sleeper.SYSTEM),
                new EndingInvoker(),
                front.account().failures(),
                new MeasurementLock(
                        "lab",
                        front.account().client(S3Client.builder()),
                        "bucket",
                        front.account().failures(),
                        clock),
                new TestbedLease("lab", Instant.MAX, () -> Instant.MAX, Clock.systemUTC()),
                Clock.systemUTC());
    }

    private ServiceEndpoint endpoint() {
        return new ServiceEndpoint(front.uri(), "eu-central-1", new CredentialsSource.AccessKeys("test", "test"));
    }

    @AfterEach
    void close() {
        testbed.close();
        front.close();
    }

    @Test
    void refusedInvocationReportsCredentialsOrClock() {
        assertThat(testbed.explain(EXPIRED))
                .hasValueSatisfying(said -> assertThat(text(said)).isEqualTo(SIGN_IN));
        assertThat(testbed.explain(SKEWED))
                .hasValueSatisfying(said -> assertThat(text(said)).isEqualTo(CLOCK));
        assertThat(testbed.explain(UNKNOWN))
                .hasValueSatisfying(
                        said -> assertThat(text(said))
                                .isEqualTo(
                                        "AWS rejected the credentials of profile \"lab\" in eu-central-1. "
                                                + "Check that the access keys are valid and active, and that the Region is enabled for the account."));
        assertThat(testbed.explain(new InvocationEnd.Unsigned(
                        "no keys", SdkClientException.create("Token is expired: sso session"))))
                .hasValueSatisfying(said -> assertThat(text(said)).isEqualTo(SIGN_IN));
    }

    @Test
    void errorOfOneFunctionIsNotExplainedByAccount() {
        assertThat(testbed.explain(new InvocationEnd.Rejected(502, "EC2ThrottledException", "slow down")))
                .isEmpty();
        assertThat(testbed.explain(new InvocationEnd.Broken("The connection broke.")))
                .isEmpty();
    }

    @Test
    void expiredCredentialsFailNewMemorySize() {
        refuse("ExpiredTokenException", "The security token included in the request is expired");

        assertThat(said(() -> testbed.function(1769))).isEqualTo(SIGN_IN);
    }

    @Test
    void expiredCredentialsFailLookupOfDownloadObject() {
        refuse("ExpiredToken", "The provided token has expired.");

        assertThat(said(() -> testbed.prepare(s3(Direction.DOWNLOAD)))).isEqualTo(SIGN_IN);
    }

    @Test
    void wrongClockFailsOpeningOfUploads() {
        refuse("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");

        assertThat(said(() -> testbed.prepare(s3(Direction.UPLOAD)))).isEqualTo(CLOCK);
    }

    @Test
    void expiredCredentialsFailCreationOfDownloadObject() {
        front.services(request -> request.service().equals("lambda") ? lambda(request) : s3(request));
        invoked = EXPIRED;

        assertThat(said(() -> testbed.prepare(s3(Direction.DOWNLOAD, 1)))).isEqualTo(SIGN_IN);
    }

    @Test
    void expiredCredentialsFailDeletionOfUploads() throws Exception {
        PreparedTrial trial = testbed.prepare(s3(Direction.UPLOAD, 1));
        refuse("ExpiredToken", "The provided token has expired.");

        assertThat(said(trial::close)).isEqualTo(SIGN_IN);
    }

    @Test
    void s3ErrorNamesTheOperation() {
        refuse("NoSuchBucket", "The specified bucket does not exist");

        assertThat(said(() -> testbed.prepare(s3(Direction.UPLOAD))))
                .startsWith("Starting an upload of measured/")
                .contains("failed: S3 returned NoSuchBucket (HTTP status 400).");
    }

    @Test
    void runThatLostItsReservationNeitherPublishesNorInvokesAVersion() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        front.services(request -> taken.get() ? ofBob(request) : new Answer(200, "text/xml", "\"1\"", new byte[0]));
        try (Testbed.Reservation reservation = testbed.reserve(Duration.ofMinutes(1))) {
            taken.set(true);
            clock.move(MeasurementLock.VALIDITY.plusSeconds(1));

            assertThat(said(() -> testbed.function(1769)))
                    .startsWith("user/bob on laptop has ended this run's use of testbed lab.");
        }
        assertThat(front.requests())
                .extracting(AwsEndpointStub.Request::service)
                .containsOnly("s3");
    }

    private Answer ofBob(AwsEndpointStub.Request request) {
        String holder = "{\"id\":\"other\",\"user\":\"user/bob\",\"host\":\"laptop\",\"since\":\"" + clock.instant()
                + "\",\"expires\":\"" + clock.instant().plusSeconds(600) + "\"}";
        return request.method().equals("GET")
                ? new Answer(200, "application/json", "\"2\"", holder.getBytes(StandardCharsets.UTF_8))
                : Answer.refusal(request, 412, "PreconditionFailed", "At least one of the preconditions did not hold");
    }

    private static Answer s3(AwsEndpointStub.Request request) {
        return request.method().equals("POST")
                ? AN_UPLOAD
                : Answer.refusal(request, 404, "NoSuchKey", "The specified key does not exist.");
    }

    private static Answer lambda(AwsEndpointStub.Request request) {
        String path = request.uri().getPath();
        String answer = path.endsWith("/versions")
                ? "{\"Versions\": [{\"Version\": \"1\", \"MemorySize\": " + SharedDownloadObject.MEMORY_MB
                        + ", \"CodeSha256\": \"code\"}]}"
                : path.endsWith("/configuration")
                        ? "{\"CodeSha256\": \"code\"}"
                        : "{\"Configuration\": {\"State\": \"Active\", \"LastUpdateStatus\": \"Successful\"}}";
        return Answer.xml(answer);
    }

    private void refuse(String code, String message) {
        front.services(request -> Answer.refusal(request, 400, code, message));
    }

    private static Cell s3(Direction direction) {
        return s3(direction, 2);
    }

    /** @param connections with one, an upload is a single PUT, which needs no request to S3 beforehand */
    private static Cell s3(Direction direction, int connections) {
        return new Cell(
                1769,
                2,
                new S3Workload(direction, new DataSize(20 << 20), connections, new DataSize(8 << 20), 100),
                NetworkSettings.REAL);
    }

    private static String said(ThrowingCallable work) {
        return text(catchThrowableOfType(LabException.class, work));
    }

    private static String text(LabException failure) {
        return failure.getMessage() + " " + failure.nextStep();
    }

    /** Ends every invocation as the test specifies. */
    private final class EndingInvoker implements LambdaInvoker {
        @Override
        public Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener) {
            listener.onEnd(invoked);
            return () -> {};
        }

        @Override
        public void close() {}
    }
}
