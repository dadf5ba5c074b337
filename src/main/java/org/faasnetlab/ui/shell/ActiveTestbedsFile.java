package org.faasnetlab.ui.shell;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.faasnetlab.ui.aws.ActiveTestbeds;
import org.faasnetlab.ui.aws.ActiveTestbeds.ActiveTestbed;
import org.faasnetlab.ui.preferences.JsonFile;
import org.jspecify.annotations.Nullable;

/** Stores in a file which testbeds on AWS exist, so that the next start of the program still knows what is charged. */
final class ActiveTestbedsFile implements ActiveTestbeds.Storage {

    /** A testbed as it is stored: times in ISO 8601, the price an empty text if it is unknown. */
    record Entry(String name, String account, String region, String dollarsPerHour, String createdAt, String leaseEnd) {

        static Entry of(ActiveTestbed testbed) {
            BigDecimal hour = testbed.dollarsPerHour();
            return new Entry(
                    testbed.name(),
                    testbed.account(),
                    testbed.region(),
                    hour == null ? "" : hour.toPlainString(),
                    testbed.createdAt().toString(),
                    testbed.leaseEnd().toString());
        }

        ActiveTestbed toActiveTestbed() {
            @Nullable BigDecimal hour = dollarsPerHour.isEmpty() ? null : new BigDecimal(dollarsPerHour);
            return new ActiveTestbed(name, account, region, hour, Instant.parse(createdAt), Instant.parse(leaseEnd));
        }
    }

    private final JsonFile<Entry[]> file;

    ActiveTestbedsFile(Path file) {
        this.file = new JsonFile<>(file, Entry[].class, new Entry[0]);
    }

    @Override
    public List<ActiveTestbed> read() {
        return Arrays.stream(file.read())
                .filter(Objects::nonNull)
                .flatMap(ActiveTestbedsFile::parse)
                .toList();
    }

    @Override
    public void write(List<ActiveTestbed> all) {
        file.write(all.stream().map(Entry::of).toArray(Entry[]::new));
    }

    /** Invalid entries, for example after manual edits, are ignored; the list of testbeds restores them. */
    private static Stream<ActiveTestbed> parse(Entry entry) {
        try {
            return Stream.of(entry.toActiveTestbed());
        } catch (java.time.format.DateTimeParseException | NumberFormatException changed) {
            return Stream.empty();
        }
    }
}
