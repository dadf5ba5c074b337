package org.faasnetlab.testbed.local.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/**
 * The programs that make a kernel network.
 *
 * @param unshare of util-linux: creates namespaces
 * @param nsenter of util-linux: runs a program in existing ones
 * @param ip of iproute2: interfaces, addresses and routes
 * @param tc of iproute2: queues
 */
record NetworkTools(Path unshare, Path nsenter, Path ip, Path tc) {
    /** Places of system programs; those for the administrator are not on every user's path. */
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

    /** @throws LabException if this is not Linux, or a program is missing */
    static NetworkTools find() throws LabException {
        return find(System.getProperty("os.name"), FOLDERS);
    }

    static NetworkTools find(String system, List<Path> folders) throws LabException {
        if (!system.equals("Linux")) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    Phrase.of("A kernel network requires Linux; this computer runs {0}.", system),
                    Phrase.of("Set network to relay."));
        }
        List<String> missing = new ArrayList<>();
        List<Path> found = new ArrayList<>();
        for (String name : List.of("unshare", "nsenter", "ip", "tc")) {
            Optional<Path> program = folders.stream()
                    .map(folder -> folder.resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst();
            program.ifPresentOrElse(found::add, () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    Phrase.of(
                            missing.size() == 1
                                    ? "A kernel network requires {0}, which is not installed."
                                    : "A kernel network requires {0}, which are not installed.",
                            and(missing)),
                    Phrase.of("Install the packages iproute2 and util-linux, or set network to relay."));
        }
        return new NetworkTools(found.get(0), found.get(1), found.get(2), found.get(3));
    }

    private static Phrase and(List<String> names) {
        return names.size() == 1
                ? Phrase.verbatim(names.get(0))
                : Phrase.of("{0} and {1}", names.get(0), and(names.subList(1, names.size())));
    }
}
