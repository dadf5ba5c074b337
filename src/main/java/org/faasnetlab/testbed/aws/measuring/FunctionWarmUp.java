package org.faasnetlab.testbed.aws.measuring;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.aws.calls.SingleInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invokes each version of a function once before it is measured: it downloads the servers' iperf3, as measured functions
 * do before they are ready. So the first trial does not meet a version that Lambda has never started, and the time until
 * the download has finished tells how early functions of this memory size must be invoked. For use by one thread.
 */
final class FunctionWarmUp {

    /** The servers' iperf3 in the bucket. */
    @FunctionalInterface
    interface Program {
        /** A task that downloads it; empty if it is missing. */
        Optional<Task> download() throws LabException, InterruptedException;
    }

    /** A function with 1,769 MB has one full vCPU; less memory means a smaller share (Lambda's guide, memory). */
    static final int FULL_VCPU_MB = 1769;

    /**
     * Estimate for a Java function inside a VPC with a full vCPU that downloads iperf3 over TLS before it is ready, used
     * if the warm-up has failed.
     */
    static final Duration COLD_START = Duration.ofSeconds(5);

    /** Later than this, a function that is starting is not waited for. */
    static final Duration MAX_COLD_START = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(FunctionWarmUp.class);
    private final LambdaInvoker invoker;
    private final Program program;
    private final Clock clock;
    private final Map<FunctionRef, Duration> coldStarts = new HashMap<>();

    FunctionWarmUp(LambdaInvoker invoker, Program program, Clock clock) {
        this.invoker = invoker;
        this.program = program;
        this.clock = clock;
    }

    /**
     * Time from the invocation of a new sandbox of this version until it is ready: that of its warm-up and a quarter more,
     * because starts differ.
     *
     * @param memoryMb the version's memory size
     */
    Duration coldStart(FunctionRef version, int memoryMb) throws InterruptedException {
        Duration known = coldStarts.get(version);
        if (known == null) {
            known = warmUp(version, estimate(memoryMb));
            coldStarts.put(version, known);
        }
        return known;
    }

    /** The estimate for a memory size without a measurement: the work is the same, the share of a vCPU smaller. */
    static Duration estimate(int memoryMb) {
        Duration scaled = COLD_START.multipliedBy(FULL_VCPU_MB).dividedBy(Math.min(memoryMb, FULL_VCPU_MB));
        return scaled.compareTo(MAX_COLD_START) < 0 ? scaled : MAX_COLD_START;
    }

    private Duration warmUp(FunctionRef version, Duration estimate) throws InterruptedException {
        try {
            Optional<Task> download = program.download();
            if (download.isEmpty()) {
                return estimate; // the first trial reports it
            }
            long begin = clock.millis();
            SingleInvocation.Result result =
                    SingleInvocation.of(invoker, version, download.get(), MAX_COLD_START.multipliedBy(2), clock);
            Duration time = Duration.ofMillis(clock.millis() - begin);
            boolean cold = result.ready() != null && result.ready().cold();
            LOG.info(
                    "Version {} of {} was {} after {}{}",
                    version.qualifier(),
                    version.name(),
                    result.finished() ? "ready" : "not ready: " + result.failureReason(),
                    time,
                    cold ? " (cold)" : "");
            if (!result.finished()) {
                return estimate;
            }
            // A sandbox that was warm already tells nothing about a new one.
            return cold ? time.multipliedBy(5).dividedBy(4) : estimate;
        } catch (LabException e) {
            LOG.info("Cannot warm up version {} of {}: {}", version.qualifier(), version.name(), e.getMessage());
            return estimate;
        }
    }
}
