package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.faasnetlab.ui.aws.ActiveTestbeds.ActiveTestbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveTestbedsFileTest {
    private static final Instant MADE = Instant.parse("2026-11-23T10:42:00Z");

    @TempDir
    private Path folder;

    @Test
    void writtenFileIsRead() {
        List<ActiveTestbed> all = List.of(
                new ActiveTestbed(
                        "lab", "research", "eu-central-1", new BigDecimal("0.26"), MADE, MADE.plusSeconds(7200)),
                new ActiveTestbed("other", "research", "us-east-1", null, MADE, MADE.plusSeconds(3600)));
        ActiveTestbedsFile file = new ActiveTestbedsFile(folder.resolve("aws-testbeds.json"));

        file.write(all);

        assertThat(file.read()).isEqualTo(all);
    }

    @Test
    void missingOrInvalidFileMeansNoTestbeds() throws IOException {
        Path path = folder.resolve("aws-testbeds.json");
        ActiveTestbedsFile file = new ActiveTestbedsFile(path);
        assertThat(file.read()).isEmpty();

        for (String invalid : List.of("[{\"name\": \"lab\"", "{}", "null", "[null]")) {
            Files.writeString(path, invalid);
            assertThat(file.read()).as(invalid).isEmpty();
        }
        Files.writeString(path, """
                [{"name": "lab", "account": "a", "region": "r", "dollarsPerHour": "much", "createdAt": "", "leaseEnd": ""}]
                """);
        assertThat(file.read()).isEmpty();
    }
}
