package org.faasnetlab.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.protocol.ProbeTarget;
import org.jspecify.annotations.Nullable;

/**
 * Settings that the service passes in environment variables.
 *
 * @param runtimeApi AWS_LAMBDA_RUNTIME_API: {@code host:port}, a path may follow
 * @param runtimeSocket FAASNETLAB_RUNTIME_SOCKET: the socket in the file system that leads there, or null
 * @param memoryMb AWS_LAMBDA_FUNCTION_MEMORY_SIZE, 0 if not set
 * @param logStream AWS_LAMBDA_LOG_STREAM_NAME, empty if not set
 * @param iperf3 FAASNETLAB_IPERF3: the iperf3 program, found on the path if not set
 * @param iperf3Nice FAASNETLAB_IPERF3_NICE: niceness of iperf3, 0 to 19, 0 if not set
 * @param setpriv FAASNETLAB_SETPRIV: the setpriv program that lets Linux kill iperf3 with this process, or null
 * @param temporary TMPDIR, or the system's directory for temporary files: {@code /tmp} on Lambda
 * @param probeKey FAASNETLAB_PROBE_KEY: authenticates latency probes whose key is not in the event, or null
 * @param livesByStdin FAASNETLAB_LIFELINE=stdin: the process exits when its standard input is closed
 */
record FunctionEnvironment(
        @Nullable String runtimeApi,
        @Nullable String runtimeSocket,
        int memoryMb,
        String logStream,
        String iperf3,
        int iperf3Nice,
        @Nullable String setpriv,
        Path temporary,
        @Nullable String probeKey,
        boolean livesByStdin) {
    private static final Path NICE = Path.of("/usr/bin/nice");

    static FunctionEnvironment of(Map<String, String> variables) {
        return new FunctionEnvironment(
                variables.get("AWS_LAMBDA_RUNTIME_API"),
                variables.get("FAASNETLAB_RUNTIME_SOCKET"),
                number(variables.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")),
                variables.getOrDefault("AWS_LAMBDA_LOG_STREAM_NAME", ""),
                variables.getOrDefault("FAASNETLAB_IPERF3", "iperf3"),
                number(variables.get("FAASNETLAB_IPERF3_NICE")),
                variables.get("FAASNETLAB_SETPRIV"),
                Path.of(variables.getOrDefault("TMPDIR", System.getProperty("java.io.tmpdir"))),
                variables.get(ProbeTarget.KEY_VARIABLE),
                "stdin".equals(variables.get("FAASNETLAB_LIFELINE")));
    }

    /** Programs that start iperf3: the command that precedes it; ignored where the system has no {@code nice}. */
    List<String> iperf3Prefix() {
        List<String> prefix = new ArrayList<>();
        if (setpriv != null) {
            prefix.addAll(List.of(setpriv, "--pdeathsig", "KILL"));
        }
        if (iperf3Nice > 0 && Files.isExecutable(NICE)) {
            prefix.addAll(List.of(NICE.toString(), "-n", Integer.toString(iperf3Nice)));
        }
        return prefix;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
