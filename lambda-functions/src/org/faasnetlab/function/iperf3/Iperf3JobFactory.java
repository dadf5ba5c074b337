package org.faasnetlab.function.iperf3;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.Task;
import org.jspecify.annotations.Nullable;

/**
 * The iperf3 programs of this sandbox: the one that is installed, and the servers' own, which is fetched once, by the
 * first test that needs it.
 */
public final class Iperf3JobFactory {
    private final Iperf3Program installed;
    private final Path temporary;
    private final int nice;
    private final Map<String, Iperf3Program> fetched = new HashMap<>();
    private @Nullable ServerKeys keys;

    /**
     * @param command the installed iperf3: a name to be found on the path, or a path
     * @param nice by how much a test yields to other programs: 0 to 19
     * @param temporary an existing folder for what is fetched
     */
    public Iperf3JobFactory(String command, int nice, Path temporary) {
        this.nice = nice;
        installed = new Iperf3Program(command, nice);
        this.temporary = temporary;
    }

    /**
     * The job of a test, after its program has shown that it runs.
     *
     * @throws TaskException if there is no such program
     */
    public Job job(Task.Iperf3 test) throws TaskException, InterruptedException {
        return new Iperf3Job(program(test.programUrl()), test, options(test.login()));
    }

    private List<String> options(Task.@Nullable Login login) throws TaskException {
        if (login == null) {
            return List.of();
        }
        if (keys == null) {
            keys = new ServerKeys(temporary);
        }
        return keys.options(login);
    }

    private Iperf3Program program(@Nullable URI url) throws TaskException, InterruptedException {
        if (url == null) {
            return installed.require();
        }
        // Every trial has its own signature in the query; the path is the object's.
        String object = url.getRawAuthority() + url.getRawPath();
        Iperf3Program known = fetched.get(object);
        if (known == null) {
            known = new Iperf3Program(new Iperf3Download(temporary).fetch(url).toString(), nice).require();
            fetched.put(object, known);
        }
        return known;
    }
}
