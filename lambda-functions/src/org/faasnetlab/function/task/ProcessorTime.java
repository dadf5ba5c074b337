package org.faasnetlab.function.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the processor time of processes, where the system provides it. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /** Processor time of a process since its start in microseconds, or null if the system does not provide it. */
    public static @Nullable Long micros(ProcessHandle process) {
        Duration total = process.info().totalCpuDuration().orElse(null);
        return total == null ? null : total.toNanos() / 1000;
    }

    /** The time since an earlier reading of the same process, or null if one of them is unknown. */
    public static @Nullable Long since(@Nullable Long earlier, @Nullable Long later) {
        return earlier == null || later == null ? null : Math.max(0, later - earlier);
    }
}
