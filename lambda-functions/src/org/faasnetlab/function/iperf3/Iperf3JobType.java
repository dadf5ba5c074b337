package org.faasnetlab.function.iperf3;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.jspecify.annotations.Nullable;

/**
 * Creates iperf3 jobs. A job uses the installed iperf3 or the build of the servers, which the first test that needs it
 * downloads once.
 */
public final class Iperf3JobType implements JobType<Iperf3Task> {
    private final Iperf3Program installed;
    private final Path temporary;
    private final List<String> prefix;
    private final ChildProcesses children;
    private final Map<String, Iperf3Program> fetched = new HashMap<>();
    private @Nullable ServerKeys keys;

    /**
     * @param command the installed iperf3: a program name on the PATH, or a file path
     * @param prefix the programs that start iperf3, with their options
     * @param temporary an existing directory for downloads and pipes
     * @param children starts iperf3
     */
    public Iperf3JobType(String command, List<String> prefix, Path temporary, ChildProcesses children) {
        this.prefix = List.copyOf(prefix);
        this.children = children;
        installed = new Iperf3Program(command, prefix, children);
        this.temporary = temporary;
    }

    @Override
    public TaskType<Iperf3Task> taskType() {
        return Iperf3Task.TYPE;
    }

    /**
     * Returns the job of a test after checking that its iperf3 program runs.
     *
     * @throws TaskException if there is no such program
     */
    @Override
    public Job prepare(Iperf3Task test) throws TaskException, InterruptedException {
        return new Iperf3Job(program(test.programUrl()), test, options(test.login()));
    }

    private List<String> options(Iperf3Task.@Nullable Login login) throws TaskException {
        if (login == null) {
            return List.of();
        }
        if (keys == null) {
            keys = new ServerKeys(temporary);
        }
        return keys.options(login);
    }

    /** The program of a test: the installed one if there is no URL. */
    Iperf3Program program(@Nullable URI url) throws TaskException, InterruptedException {
        if (url == null) {
            return installed.require();
        }
        // The query contains a signature that differs in every trial; the path identifies the object.
        String object = url.getRawAuthority() + url.getRawPath();
        Iperf3Program known = fetched.get(object);
        if (known == null) {
            known = new Iperf3Program(new Iperf3Download(temporary).fetch(url).toString(), prefix, children).require();
            fetched.put(object, known);
        }
        return known;
    }
}
