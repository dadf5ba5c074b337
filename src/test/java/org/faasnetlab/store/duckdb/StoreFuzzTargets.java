package org.faasnetlab.store.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TableFile;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import org.faasnetlab.testing.store.SampleRuns;

/** Rows of a run store, and tables of archives, which become rows. */
public final class StoreFuzzTargets {
    private StoreFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.ofText(
                                "stored names and values",
                                List.of(
                                        "{\"preset\":\"iperf3-single\",\"note\":\"a \\\"b\\\"\\n\",\"seconds\":10,\"omit\":null}"),
                                Set.of(SQLException.class),
                                RowMapper::fromJson)
                        .covers(RowMapper.class),
                FuzzTarget.ofText(
                        "stored histograms of probes",
                        List.of("100:3,205:17;;1000:1", ";;"),
                        Set.of(IllegalArgumentException.class),
                        ProbeHistograms::parse),
                tables());
    }

    /** An input is the name of a table in its first line, and the table. The other tables are valid. */
    private static FuzzTarget tables() {
        Tables tables = Tables.of(List.of(SampleRuns.small(), SampleRuns.withFailures(), SampleRuns.withEvidence()));
        return FuzzTarget.ofText(
                        "tables of archives", tables.seeds(), Set.of(StoreException.class), tables::importTogetherWith)
                .withShare(0.002)
                .covers(ImportStaging.class);
    }

    private record Tables(Map<TableFile, String> valid) {
        static Tables of(List<RunData> runs) {
            Path folder = temporaryFolder();
            try (DuckDbRunStore store = new DuckDbRunStore(folder.resolve("store"))) {
                List<String> ids = new ArrayList<>();
                for (RunData run : runs) {
                    SampleRuns.save(store, run);
                    ids.add(run.run().id());
                }
                store.archive().exportRuns(ids, folder);
                Map<TableFile, String> content = new TreeMap<>();
                for (TableFile table : TableFile.values()) {
                    content.put(table, Files.readString(folder.resolve(table.file())));
                }
                return new Tables(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (StoreException e) {
                throw new IllegalStateException(e);
            } finally {
                delete(folder);
            }
        }

        List<String> seeds() {
            return valid.entrySet().stream()
                    .map(table -> table.getKey().file() + "\n" + table.getValue())
                    .toList();
        }

        /** What is imported can be read, with everything that belongs to it. */
        void importTogetherWith(String input) throws IOException, StoreException {
            String[] nameAndTable = input.split("\n", 2);
            Path folder = temporaryFolder();
            try (DuckDbRunStore store = new DuckDbRunStore(folder.resolve("store"))) {
                for (Map.Entry<TableFile, String> table : valid.entrySet()) {
                    boolean replaced = nameAndTable.length == 2
                            && nameAndTable[0].equals(table.getKey().file());
                    Files.writeString(
                            folder.resolve(table.getKey().file()),
                            replaced ? nameAndTable[1] : table.getValue(),
                            StandardCharsets.UTF_8);
                }
                RunArchive.ImportResult result = store.archive().importRuns(folder);
                for (String id : result.added()) {
                    store.load(id);
                }
                store.labels();
            } finally {
                delete(folder);
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
