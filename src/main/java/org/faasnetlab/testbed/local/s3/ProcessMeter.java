package org.faasnetlab.testbed.local.s3;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.faasnetlab.testbed.BusyMeter;
import org.jspecify.annotations.Nullable;

/** Measures the utilization of the processors that a process can use. */
final class ProcessMeter implements BusyMeter {
    private final Supplier<@Nullable Duration> processorTime;
    private final int processors;
    private final LongSupplier nanoTime;
    private @Nullable Duration lastTime;
    private long lastNanos;

    /**
     * @param processorTime processor time of all threads of the process since its start; null if unknown
     * @param processors number of processors that it can use in parallel, at least 1
     */
    ProcessMeter(Supplier<@Nullable Duration> processorTime, int processors, LongSupplier nanoTime) {
        this.processorTime = processorTime;
        this.processors = processors;
        this.nanoTime = nanoTime;
    }

    /** Returns a meter for a running process. */
    static ProcessMeter of(ProcessHandle process, int processors) {
        return new ProcessMeter(() -> process.info().totalCpuDuration().orElse(null), processors, System::nanoTime);
    }

    @Override
    public OptionalDouble sinceLastCall() {
        Duration before = lastTime;
        long passed = -lastNanos;
        lastTime = processorTime.get();
        lastNanos = nanoTime.getAsLong();
        passed += lastNanos;
        if (before == null || lastTime == null || passed <= 0) {
            return OptionalDouble.empty();
        }
        double used = lastTime.minus(before).toNanos();
        return OptionalDouble.of(Math.min(1, used / ((double) passed * processors)));
    }

    @Override
    public String source() {
        return "processor time of the process";
    }
}
