package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ResponseBufferTest {
    private static final InvocationError ERROR = new InvocationError("Some.Error", "{}");

    private final ResponseBuffer answer = new ResponseBuffer();
    private final ExecutorService function = Executors.newSingleThreadExecutor();

    @AfterEach
    void endFunction() {
        function.shutdownNow();
    }

    @Test
    void bytesWrittenBeforeTheEndAreStillRead() throws Exception {
        answer.write(new byte[] {1});
        answer.end(ERROR);

        assertThat(answer.next()).containsExactly(1);
        assertThat(answer.next()).isNull();
        assertThat(answer.error()).isEqualTo(ERROR);
    }

    @Test
    void theFirstEndCountsAndLaterWritesAreIgnored() throws Exception {
        answer.end(null);
        answer.end(ERROR);
        answer.write(new byte[] {1});

        assertThat(answer.next()).isNull();
        assertThat(answer.error()).isNull();
    }

    @Test
    void aFunctionBlockedByASlowCallerContinuesWhenTheCallerDisconnects() throws Exception {
        Future<?> writing = function.submit(() -> {
            for (int chunk = 0; chunk < 20; chunk++) {
                answer.write(new byte[1 << 20]);
            }
            return null;
        });
        assertThat(answer.next()).hasSize(1 << 20);

        answer.callerLeft();

        writing.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aBlockedFunctionContinuesWhenTheCallerReads() throws Exception {
        Future<?> writing = function.submit(() -> {
            for (int chunk = 0; chunk < 20; chunk++) {
                answer.write(new byte[1 << 20]);
            }
            answer.end(null);
            return null;
        });

        int chunks = 0;
        while (answer.next() != null) {
            chunks++;
        }
        assertThat(chunks).isEqualTo(20);
        writing.get(20, TimeUnit.SECONDS);
    }
}
