package org.faasnetlab.function.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testing.function.ScriptedHttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the S3 tasks with various responses of a server. */
@Timeout(60)
class S3JobTest {
    private final List<FunctionRecord> records = new CopyOnWriteArrayList<>();

    @Test
    void theNextPartUsesTheSameConnectionUnlessTheServerClosesIt() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                "HTTP/1.1 206 Partial Content\r\nContent-Length: 4\r\nConnection: close\r\n\r\nabcd",
                "HTTP/1.1 206 Partial Content\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nefg\r\n1\r\nh\r\n0\r\n\r\n",
                "HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\ni")) {
            FunctionRecord.Finished finished = run(new S3GetTask(server.url(), 9, 1, 4, 100));

            assertThat(finished.receiverBytes()).isEqualTo(9);
            assertThat(server.requests())
                    .hasSize(3)
                    .first()
                    .asString()
                    .isEqualTo("GET /key?X-Amz-Signature=s%2F1 HTTP/1.1\nHost: "
                            + server.url().getAuthority() + "\nRange: bytes=0-3\n");
        }
    }

    @Test
    void aResponseThatIgnoresTheRangeIsNotCountedAsThePart() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabcdefghi")) {
            assertFailed(() -> run(new S3GetTask(server.url(), 9, 1, 4, 100)), FailureReason.HTTP_STATUS);
        }
    }

    @Test
    void theWholeObjectMayBeReturnedWithStatus200() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabcdefghi")) {
            assertThat(run(new S3GetTask(server.url(), 9, 3, 9, 100)).receiverBytes())
                    .isEqualTo(9);
        }
    }

    @Test
    void anObjectOfAnotherSizeBreaksTheTransfer() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer("HTTP/1.1 206 Partial\r\nContent-Length: 3\r\n\r\nabc")) {
            assertFailed(() -> run(new S3GetTask(server.url(), 9, 1, 9, 100)), FailureReason.TRANSFER_BROKEN);
        }
    }

    @Test
    void aConnectionThatClosesDuringAPartBreaksTheTransfer() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer("HTTP/1.1 206 Partial\r\nContent-Length: 9\r\nConnection: close\r\n\r\nabc")) {
            assertFailed(() -> run(new S3GetTask(server.url(), 9, 1, 9, 100)), FailureReason.TRANSFER_BROKEN);
        }
    }

    @Test
    void aBusyServerIsRetryable() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer("HTTP/1.1 503 Slow\r\nContent-Length: 21\r\n\r\n<Code>SlowDown</Code>")) {
            assertThatThrownBy(() -> run(new S3GetTask(server.url(), 9, 1, 9, 100)))
                    .hasMessage("S3 returned status 503 (SlowDown).")
                    .isInstanceOfSatisfying(
                            TaskException.class,
                            failure -> assertThat(failure.retryable()).isTrue());
        }
    }

    @Test
    void anUploadHasItsExactLengthAndNothingElse() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            FunctionRecord.Finished finished = run(new S3PutTask(List.of(server.url()), 9, 1, 9, 100));

            assertThat(finished.senderBytes()).isEqualTo(9);
            assertThat(finished.receiverBytes()).isEqualTo(9);
            assertThat(server.requests())
                    .containsExactly("PUT /key?X-Amz-Signature=s%2F1 HTTP/1.1\nHost: "
                            + server.url().getAuthority() + "\nContent-Length: 9\n");
        }
    }

    @Test
    void anUploadRejectedWhileSendingReportsTheServersResponse() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                "HTTP/1.1 403 No\r\nConnection: close\r\nContent-Length: 25\r\n\r\n<Code>AccessDenied</Code>")) {
            assertThatThrownBy(() -> run(new S3PutTask(List.of(server.url()), 9, 1, 9, 100)))
                    .hasMessage("S3 returned status 403 (AccessDenied).");
        }
    }

    @Test
    void anInvalidUrlIsABadRequest() {
        assertFailed(
                () -> run(new S3GetTask(URI.create("file:///etc/passwd"), 9, 1, 9, 100)), FailureReason.BAD_REQUEST);
    }

    private static void assertFailed(ThrowingCallable transfer, FailureReason reason) {
        assertThatThrownBy(transfer)
                .isInstanceOfSatisfying(
                        TaskException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private FunctionRecord.Finished run(S3GetTask task) throws Exception {
        return S3Job.of(task).run(context());
    }

    private FunctionRecord.Finished run(S3PutTask task) throws Exception {
        return S3Job.of(task).run(context());
    }

    private TaskContext context() {
        return new TaskContext(
                records::add, new StopSignal(), new TrialClock(TimeSource.system(), System.currentTimeMillis()));
    }
}
