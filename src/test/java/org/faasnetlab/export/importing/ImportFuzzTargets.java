package org.faasnetlab.export.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Files of other programs that users import. */
public final class ImportFuzzTargets {
    private static final Path FILES = Path.of("src/test/resources/org/faasnetlab/export/importing");

    private ImportFuzzTargets() {}

    public static List<FuzzTarget> all() {
        List<byte[]> outputs = Stream.of("upload", "bidir", "download-omit", "interrupted", "refused", "udp")
                .map(name -> read(FILES.resolve("iperf3-" + name + ".json")))
                .toList();
        return List.of(new FuzzTarget(
                "imported JSON of iperf3",
                outputs,
                Set.of(BadFileException.class),
                1,
                input -> new Iperf3Json().read(new ByteArrayInputStream(input))));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
