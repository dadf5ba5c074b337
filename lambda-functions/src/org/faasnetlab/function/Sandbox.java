package org.faasnetlab.function;

import java.util.UUID;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** This process: one execution environment of the function, from its start to its end. */
final class Sandbox {
    private final String id = UUID.randomUUID().toString();
    private final FunctionEnvironment environment;
    private boolean cold = true;

    Sandbox(FunctionEnvironment environment) {
        this.environment = environment;
    }

    /** What {@code ready} says of it; the first call is the cold one. */
    FunctionRecord.Ready ready(long clockEpochMicros, @Nullable String iperf3Version) {
        boolean first = cold;
        cold = false;
        return new FunctionRecord.Ready(
                id,
                environment.logStream(),
                first,
                environment.memoryMb(),
                System.getProperty("os.arch", ""),
                "Java " + System.getProperty("java.version", ""),
                clockEpochMicros,
                iperf3Version);
    }
}
