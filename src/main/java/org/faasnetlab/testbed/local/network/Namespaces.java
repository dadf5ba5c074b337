package org.faasnetlab.testbed.local.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Network namespaces without names. Each is held by a process that waits at its standard input and ends with this program,
 * however that ends; a namespace, and all devices in it, vanish with the last process in it.
 */
final class Namespaces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Namespaces.class);
    private static final long TIMEOUT_SECONDS = 10;
    private static final String READY = "ready";

    private final NetworkTools tools;
    private final ProcessStarter processes;
    private final boolean userNamespace;
    private final List<Process> holders;

    private Namespaces(NetworkTools tools, ProcessStarter processes, boolean userNamespace, List<Process> holders) {
        this.tools = tools;
        this.processes = processes;
        this.userNamespace = userNamespace;
        this.holders = List.copyOf(holders);
    }

    /**
     * Creates them as the administrator, or in a user namespace, in which every user is one.
     *
     * @throws LabException if the system allows neither
     */
    static Namespaces create(NetworkTools tools, ProcessStarter processes, int count)
            throws LabException, InterruptedException {
        List<String> refusals = new ArrayList<>();
        for (boolean userNamespace : List.of(false, true)) {
            List<Process> holders = new ArrayList<>();
            try {
                for (int index = 0; index < count; index++) {
                    holders.add(hold(tools, processes, userNamespace, holders));
                }
                return new Namespaces(tools, processes, userNamespace, holders);
            } catch (IOException e) {
                processes.kill(holders);
                refusals.add(e.getMessage());
                LOG.info("No namespaces {} a user namespace: {}", userNamespace ? "in" : "without", e.getMessage());
            }
        }
        throw new LabException(
                LabException.Kind.REFUSED,
                Phrase.of("This system does not allow network namespaces: {0}.", refusals.get(refusals.size() - 1)),
                Phrase.of("Run the program as root, allow user namespaces (on Ubuntu: sysctl -w"
                        + " kernel.apparmor_restrict_unprivileged_userns=0), or set network to relay."));
    }

    private static Process hold(
            NetworkTools tools, ProcessStarter processes, boolean userNamespace, List<Process> holders)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (userNamespace && !holders.isEmpty()) {
            // The others belong to the user namespace of the first one.
            command.addAll(List.of(
                    tools.nsenter().toString(),
                    "-t",
                    String.valueOf(holders.get(0).pid()),
                    "-U",
                    "--preserve-credentials",
                    "--"));
        }
        command.add(tools.unshare().toString());
        if (userNamespace && holders.isEmpty()) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--net", "--", "/bin/sh", "-c", "echo " + READY + "; exec cat >/dev/null"));
        Process process = processes.start(new ProcessBuilder(command).redirectErrorStream(true));
        String line = firstLine(process);
        if (!line.equals(READY)) {
            processes.kill(List.of(process));
            throw new IOException(line.isEmpty() ? "unshare printed nothing" : line);
        }
        return process;
    }

    private static String firstLine(Process process) throws IOException, InterruptedException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                String text = reader.readLine();
                return text == null ? "" : text;
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        });
        try {
            return line.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("no answer within " + TIMEOUT_SECONDS + " s", e);
        }
    }

    /** The process that holds a namespace; other namespaces name it in commands of {@code ip}. */
    long holder(int index) {
        return holders.get(index).pid();
    }

    /** The command that enters a namespace and becomes the program that follows. */
    List<String> entry(int index) {
        List<String> command =
                new ArrayList<>(List.of(tools.nsenter().toString(), "-t", String.valueOf(holder(index))));
        if (userNamespace) {
            command.addAll(List.of("-U", "--preserve-credentials"));
        }
        command.addAll(List.of("-n", "--"));
        return command;
    }

    /**
     * Runs a program in a namespace, with these lines as its input.
     *
     * @return what it printed
     * @throws IOException with what it printed if it fails
     */
    String run(int index, List<String> program, List<String> input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(entry(index));
        command.addAll(program);
        Process process = processes.start(new ProcessBuilder(command).redirectErrorStream(true));
        try {
            // What these programs print is far smaller than the pipe, so that they never wait for a reader.
            try (Writer lines = process.outputWriter(StandardCharsets.US_ASCII)) {
                for (String line : input) {
                    lines.write(line + "\n");
                }
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException(printed.isEmpty() ? program.get(0) + " failed" : printed.replace('\n', ' '));
            }
            return printed;
        } finally {
            processes.kill(List.of(process));
        }
    }

    @Override
    public void close() {
        processes.kill(holders);
    }
}
