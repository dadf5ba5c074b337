package org.faasnetlab.testbed.local.iperf3;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An iperf3 on this computer in a supported version. */
public record LocalIperf3(Path path, Iperf3Version version) {
    private static final Logger log = LoggerFactory.getLogger(LocalIperf3.class);

    /**
     * Finds the program and determines its version.
     *
     * @param nameOrPath a program name on the PATH, or a file path
     */
    public static LocalIperf3 find(String nameOrPath, ProcessStarter processes)
            throws LabException, InterruptedException {
        return find(nameOrPath, processes, ExecutableFinder.ofSystem());
    }

    static LocalIperf3 find(String nameOrPath, ProcessStarter processes, ExecutableFinder programs)
            throws LabException, InterruptedException {
        Phrase installation = InstallInstructions.sentence(programs);
        Path path = programs.find(nameOrPath).orElseThrow(() -> missing(nameOrPath, installation));
        Iperf3Version version =
                Iperf3Version.read(askVersion(path, processes)).orElseThrow(() -> missing(nameOrPath, installation));
        if (version.compareTo(Iperf3Version.OLDEST) < 0) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    Phrase.of("iperf3 {0} is too old; {1} or newer is required.", version, Iperf3Version.OLDEST),
                    installation);
        }
        return new LocalIperf3(path, version);
    }

    /**
     * The command line of a server.
     *
     * @param port a number, or a text that stands for it
     * @param reportMs interval in which it reports what it receives, in milliseconds; 0 to report totals only
     */
    public List<String> serverCommand(InetAddress bind, String port, int reportMs) {
        return List.of(
                path.toString(),
                "-s",
                "-B",
                bind.getHostAddress(),
                "-p",
                port,
                // Without 0, it reports every second, which would only make the file grow.
                "-i",
                BigDecimal.valueOf(reportMs, 3).toString(),
                // For a download only the server's output contains the processor time that it used.
                "-V",
                "--forceflush");
    }

    private static LabException missing(String program, Phrase installation) {
        return new LabException(
                LabException.Kind.UNAVAILABLE,
                Phrase.of("iperf3 executable \"{0}\" not found.", program),
                installation);
    }

    /** Returns the output of the program, or an empty text if it does not run. */
    private static String askVersion(Path path, ProcessStarter processes) throws InterruptedException {
        try {
            Process process =
                    processes.start(new ProcessBuilder(path.toString(), "--version").redirectErrorStream(true));
            try {
                // The output is far smaller than the pipe buffer, so the program never blocks.
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    return "";
                }
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                processes.kill(List.of(process));
            }
        } catch (IOException e) {
            log.info("Cannot run {}", path, e);
            return "";
        }
    }
}
