package org.faasnetlab.testbed.local.lambda;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.StartSignal;
import org.faasnetlab.testbed.local.FunctionService;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.RunDirectory;
import org.faasnetlab.testbed.local.network.RuntimeSocket;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda service on this computer: implements the AWS operations that invoke a function, and runs each invocation
 * in a separate process that uses the Lambda Runtime API. Processes stay warm and are reused.
 */
public final class LocalLambdaService implements FunctionService {
    private static final int IDLE_CHECK_SECONDS = 30;

    private final ExecutorService executor = Executors.newCachedThreadPool(daemon("lambda-service"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemon("lambda-timer"));
    private final RequestReception reception =
            new RequestReception(executor, timer, RequestReception.MAX_CONCURRENT, RequestReception.LIMIT);
    private final FunctionVersions versions = new FunctionVersions();
    private final LoopbackHttpServer server;
    private final FunctionRunner runner;
    private final StartSignals starts = new StartSignals();
    private final ServiceEndpoint endpoint;
    private final List<String> command;
    private final SandboxLauncher launcher;
    private final RunDirectory directory;
    private List<String> networkEntry = List.of();
    private @Nullable RuntimeSocket socket;

    /**
     * Starts the service.
     *
     * @param processes starts the function processes
     * @throws LabException if it cannot listen on loopback
     */
    public LocalLambdaService(
            FunctionProgram program, LocalTestbedSettings settings, ProcessStarter processes, Clock clock)
            throws LabException {
        this(program, settings, SandboxLimits.of(settings), processes, clock);
    }

    LocalLambdaService(
            FunctionProgram program,
            LocalTestbedSettings settings,
            SandboxLimits limits,
            ProcessStarter processes,
            Clock clock)
            throws LabException {
        command = program.command();
        SecureRandom random = new SecureRandom();
        CredentialsSource.AccessKeys keys = new CredentialsSource.AccessKeys(
                "LOCAL" + hex(random, 8).toUpperCase(Locale.ROOT),
                Base64.getEncoder().encodeToString(bytes(random, 30)));
        directory = RunDirectory.create(settings.workDirectory());
        server = listen();
        endpoint = new ServiceEndpoint(URI.create("http://" + server.authority()), FunctionVersion.REGION, keys);
        launcher = new SandboxLauncher(
                program,
                settings,
                directory.path().resolve("tmp"),
                processes,
                server.authority() + RuntimeApiServer.PATH,
                executor,
                clock);
        SandboxPool pool = new SandboxPool(limits.maxRunning(), limits.maxIdle(), () -> hex(random, 16));
        runner = new FunctionRunner(pool, launcher, limits, timer, executor, clock);
        SignatureVerifier signature = new SignatureVerifier(keys, endpoint.region(), clock);
        server.handle("/", new LambdaApi(signature, reception, versions, runner));
        server.handle(RuntimeApiServer.PATH, new RuntimeApiServer(reception, runner, starts));
        executor.execute(new FileRetention(SandboxLauncher.logs(settings), clock));
        timer.setRemoveOnCancelPolicy(true);
        var unused =
                timer.scheduleWithFixedDelay(runner::endIdle, IDLE_CHECK_SECONDS, IDLE_CHECK_SECONDS, TimeUnit.SECONDS);
        server.start();
    }

    private LoopbackHttpServer listen() throws LabException {
        try {
            return new LoopbackHttpServer(reception);
        } catch (IOException e) {
            executor.shutdown();
            timer.shutdown();
            directory.close();
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("The local Lambda service cannot open a port on 127.0.0.1: {0}.", e.getMessage()),
                    Phrase.of("Check that no security software blocks it, and try again."),
                    e);
        }
    }

    @Override
    public ServiceEndpoint endpoint() {
        return endpoint;
    }

    /** @throws IllegalArgumentException if the size is not a memory size of AWS Lambda, 128 to 10,240 MB */
    @Override
    public FunctionRef function(int memoryMb) {
        return versions.publish(memoryMb).ref();
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public synchronized void enterNetwork(List<String> entry) throws LabException {
        if (entry.equals(networkEntry)) {
            return;
        }
        try {
            if (!entry.isEmpty() && socket == null) {
                socket = RuntimeSocket.open(Path.of(System.getProperty("java.io.tmpdir")), server.address(), executor);
            }
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of(
                            "The local Lambda service cannot open a socket for functions in another network: {0}.",
                            e.getMessage()),
                    Phrase.of("Check that the folder for temporary files is writable, or set network to relay."),
                    e);
        }
        runner.endAllIdle();
        launcher.use(new SandboxLauncher.Network(entry, entry.isEmpty() || socket == null ? null : socket.path()));
        networkEntry = List.copyOf(entry);
    }

    @Override
    public void stopFunctions() {
        runner.stopRunning();
    }

    @Override
    public StartSignal startSignal(String run, int trial) {
        return starts.begin(run, trial);
    }

    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>(Map.of(
                "function.java",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")));
    }

    /**
     * Runs one event in a separate process and lets that process exit normally; the service cannot be used afterwards.
     *
     * @return whether both the event and the exit succeeded
     */
    boolean runOnceAndLetExit(byte[] event, Duration exitLimit)
            throws LambdaApiException, IOException, InterruptedException {
        ResponseBuffer answer =
                runner.invoke(versions.publish(FunctionVersion.MIN_MB), event).answer();
        while (answer.next() != null) {
            // ignore the records
        }
        return answer.error() == null && runner.letExit(exitLimit);
    }

    @Override
    public void close() {
        runner.close();
        closeSocket();
        timer.shutdownNow();
        server.close();
        executor.shutdownNow();
        directory.close();
    }

    private synchronized void closeSocket() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private static String hex(SecureRandom random, int length) {
        return HexFormat.of().formatHex(bytes(random, length));
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
