package org.faasnetlab.testbed.local.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.jspecify.annotations.Nullable;

/** Starts the process of a sandbox with the same environment as AWS Lambda. */
final class SandboxLauncher {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    /** Variables that programs require. No others are passed on, in particular not the user's AWS credentials. */
    private static final List<String> INHERITED = List.of(
            "PATH",
            "HOME",
            "USERPROFILE",
            "TMPDIR",
            "TEMP",
            "TMP",
            // Without its locale, Java cannot use paths with non-ASCII characters.
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "LD_LIBRARY_PATH",
            "SystemRoot");

    /**
     * Servers and links represent other machines, which must not wait for functions. A sending iperf3 client polls
     * continuously for the start of the test; with equal priority, sixteen clients on two processors delay the servers
     * by a tenth of a second.
     */
    private static final String CLIENTS_NICE = "10";

    private final FunctionProgram program;
    private final LocalTestbedSettings settings;
    private final Path temporary;
    private final ProcessStarter processes;
    private final String runtimeApi;
    private final Executor executor;
    private final Clock clock;
    private volatile Network network = new Network(List.of(), null);

    /**
     * The network namespace of new sandboxes.
     *
     * @param entry the command that enters it; empty for that of this program
     * @param socket through which the Runtime API is reached there; null in that of this program
     */
    record Network(List<String> entry, @Nullable Path socket) {
        Network {
            entry = List.copyOf(entry);
        }
    }

    /**
     * @param temporary directory for temporary files of functions; killed functions leave files in it
     * @param runtimeApi host, port and path under which each sandbox has its own address
     */
    SandboxLauncher(
            FunctionProgram program,
            LocalTestbedSettings settings,
            Path temporary,
            ProcessStarter processes,
            String runtimeApi,
            Executor executor,
            Clock clock) {
        this.program = program;
        this.settings = settings;
        this.temporary = temporary;
        this.processes = processes;
        this.runtimeApi = runtimeApi;
        this.executor = executor;
        this.clock = clock;
    }

    /** Sets the network of the sandboxes that are started from now on. */
    void use(Network next) {
        network = next;
    }

    Process launch(SandboxProcess sandbox) throws IOException {
        Network where = network;
        String logStream = logStream(sandbox.version());
        PrivateFiles.createDirectories(temporary);
        List<String> command = new ArrayList<>(where.entry());
        command.addAll(program.withJavaOption("-Djava.io.tmpdir=" + temporary).command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(program.root().toFile()).redirectErrorStream(true);
        setEnvironment(builder.environment(), sandbox, logStream);
        if (where.socket() != null) {
            builder.environment()
                    .put("FAASNETLAB_RUNTIME_SOCKET", where.socket().toString());
        }
        Process process = processes.start(builder);
        Path log = logs(settings).resolve(logStream + ".log");
        executor.execute(new SandboxLog(process.getInputStream(), log));
        return process;
    }

    /** Kills processes with everything that they have started. */
    void kill(Collection<Process> sandboxes) {
        processes.kill(sandboxes);
    }

    /** The directory for function logs, one file for each log stream. */
    static Path logs(LocalTestbedSettings settings) {
        return settings.workDirectory().resolve("logs");
    }

    private String logStream(FunctionVersion version) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).format(DAY) + "/[" + version.qualifier() + "]" + id;
    }

    private void setEnvironment(Map<String, String> environment, SandboxProcess sandbox, String logStream) {
        environment.keySet().removeIf(name -> INHERITED.stream().noneMatch(name::equalsIgnoreCase));
        FunctionVersion version = sandbox.version();
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi + sandbox.token());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", FunctionVersion.FUNCTION);
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", version.qualifier());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(version.memoryMb()));
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + FunctionVersion.FUNCTION);
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_REGION", FunctionVersion.REGION);
        environment.put("LAMBDA_TASK_ROOT", program.root().toString());
        environment.put("_HANDLER", "org.faasnetlab.function.FunctionMain");
        environment.put("TZ", ":UTC");
        environment.put("FAASNETLAB_LIFELINE", "stdin");
        environment.put("FAASNETLAB_IPERF3", iperf3());
        environment.put("FAASNETLAB_IPERF3_NICE", CLIENTS_NICE);
    }

    /** A name is looked up on the PATH; a path is made absolute, because the process has another working directory. */
    private String iperf3() {
        String iperf3 = settings.iperf3();
        boolean bareName = !iperf3.contains("/") && !iperf3.contains(File.separator);
        return bareName ? iperf3 : Path.of(iperf3).toAbsolutePath().toString();
    }
}
