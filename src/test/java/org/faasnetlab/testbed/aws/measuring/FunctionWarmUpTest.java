package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionWarmUpTest {
    private static final FunctionRef SMALL = new FunctionRef("measure", "3");
    private static final Task DOWNLOAD =
            new S3GetTask(URI.create("https://bucket.example/iperf3.zip"), 1000, 1, 1000, 1_000);

    private static final FunctionRecord FINISHED =
            new FunctionRecord.Finished(1000, 1000, 0, 100_000, null, null, null, null);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-30T12:00:00Z"));
    private final StartingInvoker invoker = new StartingInvoker();
    private FunctionWarmUp.Program program = () -> Optional.of(DOWNLOAD);
    private final FunctionWarmUp warmUp = new FunctionWarmUp(invoker, () -> program.download(), clock);

    @Test
    void coldStartOfASmallFunctionIsMeasuredOnceWithItsProgram() throws Exception {
        invoker.startTime = Duration.ofSeconds(16);

        assertThat(warmUp.coldStart(SMALL, 128)).isEqualTo(Duration.ofSeconds(20));
        assertThat(warmUp.coldStart(SMALL, 128)).isEqualTo(Duration.ofSeconds(20));
        assertThat(invoker.tasks).containsExactly(DOWNLOAD);
    }

    @Test
    void everyVersionIsWarmedUp() throws Exception {
        warmUp.coldStart(SMALL, 128);
        warmUp.coldStart(new FunctionRef("measure", "4"), 1769);

        assertThat(invoker.tasks).hasSize(2);
    }

    @Test
    void warmSandboxDoesNotShortenTheEstimate() throws Exception {
        invoker.cold = false;
        invoker.startTime = Duration.ofMillis(50);

        assertThat(warmUp.coldStart(SMALL, 512)).isEqualTo(FunctionWarmUp.estimate(512));
    }

    @Test
    void failedWarmUpLeavesTheReportToTheTrial() throws Exception {
        invoker.end = new InvocationEnd.Throttled("Rate exceeded");
        assertThat(warmUp.coldStart(SMALL, 1769)).isEqualTo(FunctionWarmUp.COLD_START);

        program = () -> {
            throw new LabException(LabException.Kind.FAILED, "S3 is not reachable.", "Try again.");
        };
        assertThat(warmUp.coldStart(new FunctionRef("measure", "9"), 1769)).isEqualTo(FunctionWarmUp.COLD_START);

        program = Optional::empty;
        assertThat(warmUp.coldStart(new FunctionRef("measure", "10"), 1769)).isEqualTo(FunctionWarmUp.COLD_START);
    }

    @ParameterizedTest
    @CsvSource({"10240, 5000", "1769, 5000", "1024, 8637", "512, 17275", "128, 60000"})
    void estimateGrowsAsTheShareOfTheProcessorShrinks(int memoryMb, long millis) {
        assertThat(FunctionWarmUp.estimate(memoryMb).toMillis()).isEqualTo(millis);
    }

    /** Functions that are ready and finished after a time. */
    private final class StartingInvoker implements LambdaInvoker {
        private final List<Task> tasks = new ArrayList<>();
        private Duration startTime = Duration.ofSeconds(1);
        private boolean cold = true;
        private InvocationEnd end = new InvocationEnd.Complete();

        @Override
        public Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener) {
            tasks.add(request.task());
            clock.move(startTime);
            if (end instanceof InvocationEnd.Complete) {
                listener.onRecord(new FunctionRecord.Ready("s", "l", cold, 128, "x86_64", "java21", 0, null));
                listener.onRecord(FINISHED);
            }
            listener.onEnd(end);
            return () -> {};
        }

        @Override
        public void close() {}
    }
}
