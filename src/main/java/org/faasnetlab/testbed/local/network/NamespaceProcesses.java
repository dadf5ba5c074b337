package org.faasnetlab.testbed.local.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.faasnetlab.testbed.local.process.ProcessStarter;

/**
 * Starts processes in a network namespace.
 *
 * @param entry the command that enters the namespace and becomes the process
 */
record NamespaceProcesses(ProcessStarter processes, List<String> entry) implements ProcessStarter {
    NamespaceProcesses {
        entry = List.copyOf(entry);
    }

    @Override
    public Process start(ProcessBuilder builder) throws IOException {
        List<String> command = new ArrayList<>(entry);
        command.addAll(builder.command());
        return processes.start(builder.command(command));
    }

    @Override
    public void kill(Collection<Process> started) {
        processes.kill(started);
    }
}
