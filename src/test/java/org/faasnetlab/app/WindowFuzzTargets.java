package org.faasnetlab.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** What other programs send to the open window, and what the system says about its theme. */
public final class WindowFuzzTargets {
    private WindowFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget(
                                "messages to the open window",
                                List.of(message(), message("/home/user/plan.yaml", "/tmp/\u00fcbung.zip")),
                                Set.of(IOException.class, InvalidPathException.class),
                                1,
                                input -> WindowSocket.files(new ByteArrayInputStream(input)))
                        .covers(WindowSocket.class),
                FuzzTarget.ofText(
                                "theme of the system",
                                List.of("'prefer-dark'\n", "Dark\n", "    AppsUseLightTheme    REG_DWORD    0x0\r\n"),
                                Set.of(),
                                SystemTheme::saysDark)
                        .covers(SystemTheme.class));
    }

    private static byte[] message(String... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(WindowSocket.PROTOCOL);
            out.writeInt(files.length);
            for (String file : files) {
                out.writeUTF(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
