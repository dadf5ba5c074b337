package org.faasnetlab.function.iperf3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.task.Iperf3Task;

/**
 * Stores the public keys of servers that require a password in files that iperf3 reads. The password itself is in the
 * variable {@code IPERF3_PASSWORD}, which iperf3 inherits from this process; as an argument it would be visible to
 * other processes.
 */
final class ServerKeys {
    private static final int PEM_LINE = 64;

    private final Path temporary;
    private final Map<String, Path> files = new HashMap<>();

    /** @param temporary an existing directory */
    ServerKeys(Path temporary) {
        this.temporary = temporary;
    }

    /** The iperf3 options for the login. */
    List<String> options(Iperf3Task.Login login) throws TaskException {
        return List.of(
                "--username",
                login.user(),
                "--rsa-public-key-path",
                file(login.publicKey()).toString());
    }

    private Path file(String key) throws TaskException {
        Path known = files.get(key);
        if (known != null) {
            return known;
        }
        try {
            Path file = Files.createTempFile(temporary, "server-", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(file, pem(key));
            files.put(key, file);
            return file;
        } catch (IOException e) {
            throw new TaskException(FailureReason.INTERNAL, "Cannot write the public key of the server.", false, e);
        }
    }

    private static String pem(String key) {
        StringBuilder text = new StringBuilder("-----BEGIN PUBLIC KEY-----\n");
        for (int from = 0; from < key.length(); from += PEM_LINE) {
            text.append(key, from, Math.min(key.length(), from + PEM_LINE)).append('\n');
        }
        return text.append("-----END PUBLIC KEY-----\n").toString();
    }
}
