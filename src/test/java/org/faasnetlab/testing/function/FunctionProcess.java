package org.faasnetlab.testing.function;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.faasnetlab.function.FunctionMain;

/** The function in a separate process, started like the services start it. */
public final class FunctionProcess implements AutoCloseable {
    private final Process process;

    private FunctionProcess(Process process) {
        this.process = process;
    }

    public static FunctionProcess start(StubRuntimeApi api, Map<String, String> environment) throws IOException {
        return start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        classes() + File.pathSeparator + jacksonCore(),
                        "org.faasnetlab.function.FunctionMain"),
                api,
                environment);
    }

    public static FunctionProcess start(List<String> command, StubRuntimeApi api, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        builder.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/23/[1]abc");
        builder.environment().put("FAASNETLAB_LIFELINE", "stdin");
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        return new FunctionProcess(builder.start());
    }

    public static Path classes() {
        return location(FunctionMain.class);
    }

    public static Path jacksonCore() {
        return location(JsonFactory.class);
    }

    /** Packs the function's code like the build: its classes and the two packages that it uses. */
    public static void packJar(Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String room : List.of("function", "protocol", "measure")) {
                try (Stream<Path> files = Files.walk(classes().resolve("org/faasnetlab/" + room))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        out.putNextEntry(new ZipEntry(
                                classes().relativize(file).toString().replace('\\', '/')));
                        Files.copy(file, out);
                    }
                }
            }
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Closes its standard input, like the exit of the parent. */
    public void cutLifeline() throws IOException {
        process.getOutputStream().close();
    }

    /** Terminates it by SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    public boolean endsWithin(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try (OutputStream stdin = process.getOutputStream()) {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
