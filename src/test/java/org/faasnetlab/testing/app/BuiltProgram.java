package org.faasnetlab.testing.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.testing.local.TestInstallation;

/** The built program with its own data folder, started as a user starts it. */
public final class BuiltProgram {
    private static final Path SCRIPT =
            Path.of(System.getProperty("faasnetlab.home", "target/dist"), "bin", "faasnetlab");

    /**
     * The beginning of a command line whose program handles SIGHUP and SIGINT as in a terminal. A shell starts background
     * processes with SIGINT ignored, and nohup with SIGHUP ignored, which their children inherit. Empty where env does not
     * support it.
     */
    public static final List<String> WITH_DEFAULT_SIGNALS = Stream.of("/usr/bin/env", "/bin/env")
            .filter(BuiltProgram::defaultsSignals)
            .findFirst()
            .map(env -> List.of(env, "--default-signal=HUP,INT"))
            .orElse(List.of());

    private final Path folder;
    private final Map<String, String> environment;
    private int started;

    /** @param folder an existing folder for data and for the program's output */
    public BuiltProgram(Path folder) throws IOException {
        this(folder, Map.of());
    }

    /**
     * @param folder an existing folder for data and for the program's output
     * @param environment variables in addition to those of this process
     */
    public BuiltProgram(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        TestInstallation.dataFolder(folder);
    }

    private static boolean defaultsSignals(String env) {
        try {
            return new ProcessBuilder(env, "--default-signal=HUP,INT", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The result of a finished process. */
    public record Outcome(int code, String out, String err) {}

    /** A running process; its output goes to files, so that no pipe can fill. */
    public record Started(Process process, Path out, Path err) {
        public Outcome outcome() throws IOException, InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not end: " + Files.readString(err));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    public Outcome run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).outcome();
    }

    public Started start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(WITH_DEFAULT_SIGNALS);
        command.add(SCRIPT.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        started++;
        Path out = folder.resolve("out-" + started);
        Path err = folder.resolve("err-" + started);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        // The program runs only for seconds, in which the optimizing compiler does not pay off.
        builder.environment().put("FAASNETLAB_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FAASNETLAB_DATA", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }
}
