package org.faasnetlab.testbed.local.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates a class-data archive (CDS) for the function, with classes loaded and verified by this JVM, so that hundreds
 * of processes start faster. The archive is created by one process that handles one probe event. Without an archive
 * functions still work, but start more slowly.
 */
public final class ClassDataArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassDataArchive.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

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
        LocalTestbedSettings settings = new LocalTestbedSettings("iperf3", null, 1, LIMIT, logs);
        SandboxLimits limits = new SandboxLimits(1, LIMIT, LIMIT, LIMIT, 1);
        FunctionProgram recording = program.withJavaOption("-XX:ArchiveClassesAtExit=" + unfinished);
        try (LocalLambdaService service = new LocalLambdaService(recording, settings, limits, processes, clock)) {
            if (!service.runOnceAndLetExit(event(), LIMIT) || !Files.exists(unfinished)) {
                throw new IOException("the function did not run or exit as expected; see " + logs);
            }
            PrivateFiles.restrict(unfinished);
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        LOG.info("Created a class-data archive of {} KiB for the function", Files.size(archive) / 1024);
    }

    private byte[] event() {
        long now = clock.millis();
        FunctionRequest probe = new FunctionRequest("class-data", 0, 0, now, now + LIMIT.toMillis(), new ProbeTask());
        return RequestJson.write(probe).getBytes(StandardCharsets.UTF_8);
    }
}
