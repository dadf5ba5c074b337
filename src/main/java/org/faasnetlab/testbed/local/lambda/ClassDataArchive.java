package org.faasnetlab.testbed.local.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates a class-data archive (CDS) for the function, with classes loaded and verified by this JVM, so that hundreds
 * of processes start faster. The archive is created by one process that handles one event: an iperf3 test with a script in
 * the place of iperf3, so that nothing has to be loaded from the jar while a test is measured. Without an archive functions still
 * work, but start more slowly.
 */
public final class ClassDataArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassDataArchive.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * Waits at its PID file and prints a test of half a second, as iperf3 3.12 does; see the function's documentation. What it
     * prints is never a result: the records of the event are not read.
     */
    private static final String STAND_IN = """
            #!/bin/sh
            case "$*" in *--version*) echo 'iperf 3.12 (cJSON 1.7.15)'; exit ;; esac
            while [ $# -gt 1 ]; do
                if [ "$1" = --pidfile ]; then head -c 1 "$2" >/dev/null; fi
                shift
            done
            cat <<'END'
            iperf 3.12
            Control connection MSS 32768
            Connecting to host 127.0.0.1, port 5201
            [  5] local 127.0.0.1 port 43086 connected to 127.0.0.1 port 5201
            Starting Test: protocol: TCP, 1 streams, 131072 byte blocks, omitting 0 seconds, 1 second test, tos 0
            [ ID] Interval           Transfer     Bitrate
            [  5]   0.00-0.10   sec  7.45 MBytes  625000 Kbits/sec
            [  5]   0.10-0.20   sec  7.45 MBytes  625000 Kbits/sec
            [  5]   0.20-0.30   sec  7.45 MBytes  625000 Kbits/sec
            [  5]   0.30-0.40   sec  7.45 MBytes  625000 Kbits/sec
            [  5]   0.40-0.50   sec  7.45 MBytes  625000 Kbits/sec
            - - - - - - - - - - - - - - - - - - - - - - - - -
            Test Complete. Summary Results:
            [ ID] Interval           Transfer     Bitrate         Retr
            [  5]   0.00-0.50   sec  37.3 MBytes  625000 Kbits/sec    1             sender
            [  5]   0.00-0.50   sec  37.3 MBytes  625000 Kbits/sec                  receiver

            Server output:
            CPU Utilization: local/sender 3.7% (0.0%u/3.7%s), remote/receiver 0.0% (0.0%u/0.0%s)

            iperf Done.
            END
            """;

    private final ProcessStarter processes;
    private final Clock clock;

    public ClassDataArchive(ProcessStarter processes, Clock clock) {
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Returns the program with its archive, which is stored next to its directory, or the unchanged program if no
     * archive can be created.
     */
    FunctionProgram speedUp(FunctionProgram program) throws InterruptedException {
        String java = System.getProperty("java.home") + System.getProperty("java.vm.version");
        Path archive = Path.of(program.root() + "-" + Integer.toHexString(java.hashCode()) + ".jsa");
        try {
            if (!Files.exists(archive)) {
                record(program, archive);
            }
            return program.withJavaOption("-XX:SharedArchiveFile=" + archive);
        } catch (IOException | LabException | LambdaApiException e) {
            LOG.warn("Starting function processes without a class-data archive", e);
            return program;
        }
    }

    private void record(FunctionProgram program, Path archive)
            throws IOException, InterruptedException, LabException, LambdaApiException {
        Path unfinished = Path.of(archive + "." + UUID.randomUUID());
        Path logs = program.root().resolveSibling("class-data");
        // Next to the archive, where its own name keeps it apart from that of another program that does the same.
        Path standIn = Path.of(unfinished + ".sh");
        try (OutputStream out = PrivateFiles.newOutputStream(standIn)) {
            out.write(STAND_IN.getBytes(StandardCharsets.UTF_8));
        }
        boolean runs = standIn.toFile().setExecutable(true, true) && Files.isExecutable(Path.of("/bin/sh"));
        LocalTestbedSettings settings = new LocalTestbedSettings(standIn.toString(), null, 1, LIMIT, logs);
        SandboxLimits limits = new SandboxLimits(1, LIMIT, LIMIT, LIMIT, 1);
        FunctionProgram recording = program.withJavaOption("-XX:ArchiveClassesAtExit=" + unfinished);
        try (LocalLambdaService service = new LocalLambdaService(recording, settings, limits, processes, clock)) {
            if (!service.runOnceAndLetExit(event(runs), LIMIT) || !Files.exists(unfinished)) {
                throw new IOException("the function did not run or exit as expected; see " + logs);
            }
            PrivateFiles.restrict(unfinished);
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(standIn);
        }
        LOG.info("Created a class-data archive of {} KiB for the function", Files.size(archive) / 1024);
    }

    /** @param test whether scripts run on this system; a probe loads much less */
    private byte[] event(boolean test) {
        long now = clock.millis();
        Task task = test
                ? new Iperf3Task(
                        "127.0.0.1", 5_201, Direction.DOWNLOAD, 1, 1, 100, 0, null, null, null, null, false, false)
                : new ProbeTask();
        FunctionRequest request = new FunctionRequest("class-data", 0, 0, now, now + LIMIT.toMillis(), task);
        return RequestJson.write(request).getBytes(StandardCharsets.UTF_8);
    }
}
