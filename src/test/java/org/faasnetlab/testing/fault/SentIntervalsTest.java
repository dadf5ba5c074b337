package org.faasnetlab.testing.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SentIntervalsTest {
    @TempDir
    private Path folder;

    @Test
    void intervalsThatAClientPrintsAreCountedAndPassedOn() throws Exception {
        ExternalTools.require("bash");
        Path recorded = Path.of("src/test/resources/org/faasnetlab/function/iperf3/text-upload.txt");
        Path iperf3 = folder.resolve("real");
        Files.writeString(iperf3, "#!/bin/sh\ncat '" + recorded.toAbsolutePath() + "'\nexit 3\n");
        assertThat(iperf3.toFile().setExecutable(true)).isTrue();
        Instant begin = Instant.now();
        try (SentIntervals sent = new SentIntervals(folder, iperf3)) {
            ProcessBuilder client = new ProcessBuilder(
                            sent.programs().resolve("iperf3").toString(), "-c", "127.0.0.1")
                    .redirectErrorStream(true);

            ExternalTools.Output output = ExternalTools.run(client);

            assertThat(output.status()).isEqualTo(3);
            awaitCopy(recorded);
            sent.note();
            assertThat(sent.until(Instant.now())).isEqualTo(intervals(recorded));
            assertThat(sent.until(begin)).isZero();
        }
    }

    /** The copy is complete a moment after the client has ended. */
    private void awaitCopy(Path recorded) throws Exception {
        long size = Files.size(recorded);
        for (int i = 0; i < 200; i++) {
            try (var files = Files.list(folder.resolve("sent"))) {
                if (files.anyMatch(file -> file.toFile().length() == size)) {
                    return;
                }
            }
            Thread.sleep(50);
        }
    }

    /** All lines with a rate but the two totals. */
    private static long intervals(Path recorded) throws Exception {
        List<String> rates = Files.readAllLines(recorded).stream()
                .filter(line -> line.contains("bits/sec"))
                .toList();
        return rates.size()
                - rates.stream()
                        .filter(line -> line.contains("sender") || line.contains("receiver"))
                        .count();
    }
}
