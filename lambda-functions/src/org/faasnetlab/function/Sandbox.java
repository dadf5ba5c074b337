package org.faasnetlab.function;

import java.util.Map;
import java.util.UUID;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.SystemFacts;
import org.jspecify.annotations.Nullable;

/** One execution environment of the function; it lives as long as this process. */
final class Sandbox {
    private final String id = UUID.randomUUID().toString();
    private final FunctionEnvironment environment;
    private final Map<String, String> system = SystemFacts.read();
    private boolean cold = true;

    Sandbox(FunctionEnvironment environment) {
        this.environment = environment;
    }

    /** Returns the {@code ready} record of an invocation; the first call marks a cold start. */
    FunctionRecord.Ready ready(long clockEpochMicros, @Nullable String iperf3Version, long receivedEpochMicros) {
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
                iperf3Version,
                receivedEpochMicros,
                system);
    }
}
