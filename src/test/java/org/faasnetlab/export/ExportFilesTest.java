package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.DefaultLocaleExtension;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares exports with manually verified files, in locales with other digits and decimal separators. */
class ExportFilesTest {
    @RegisterExtension
    private final DefaultLocaleExtension spoken = new DefaultLocaleExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void csvIsTheSameInEveryLanguage(String language) throws Exception {
        spoken.speak(language);
        List<Path> files = new CsvExport().write(SampleRuns.small(), directory.resolve("small.csv"));
        assertThat(files)
                .containsExactly(
                        directory.resolve("small.csv"),
                        directory.resolve("small.functions.csv"),
                        directory.resolve("small.trials.csv"));
        assertThat(Files.readString(files.get(0))).isEqualTo(golden("small.csv"));
        assertThat(Files.readString(files.get(1))).isEqualTo(golden("small.functions.csv"));
        assertThat(Files.readString(files.get(2))).isEqualTo(golden("small.trials.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void evidenceIsInTrialRow(String language) throws Exception {
        spoken.speak(language);
        List<Path> files = new CsvExport().write(SampleRuns.withEvidence(), directory.resolve("run.csv"));
        assertThat(Files.readString(files.get(2))).isEqualTo(golden("evidence.trials.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void jsonIsTheSameInEveryLanguage(String language) throws Exception {
        spoken.speak(language);
        Path file = directory.resolve("small.json");
        new JsonExport().write(SampleRuns.small(), file);
        assertThat(Files.readString(file)).isEqualTo(golden("small.json"));
    }

    @Test
    void evidenceIsInJson() throws Exception {
        Path file = directory.resolve("run.json");
        new JsonExport().write(SampleRuns.withEvidence(), file);
        JsonNode evidence = new ObjectMapper().readTree(file.toFile()).at("/trials/0/evidence");
        assertThat(evidence.toString())
                .isEqualTo(
                        "{\"lead_ms\":850.0,\"computer_busy_median\":0.9313,\"computer_busy_most\":1.0,"
                                + "\"computer_busy_samples\":38,\"server_busy\":null,\"server_disk_busy\":null,"
                                + "\"server_limit_bit_per_s\":5000000000,\"function_cap_bit_per_s\":null,\"inside_vpc\":false}");
    }

    @Test
    void everyIntervalIsOneRowThatACsvReaderReadsBack() throws Exception {
        RunData run = SampleRuns.manyFunctions();
        Path file = directory.resolve("run.csv");
        new CsvExport().write(run, file);
        List<CSVRecord> rows = rows(file);
        assertThat(rows).hasSameSizeAs(run.intervals());
        CSVRecord last = rows.get(rows.size() - 1);
        assertThat(last.get("function")).isEqualTo("63");
        assertThat(last.get("bytes"))
                .isEqualTo(String.valueOf(
                        run.intervals().get(rows.size() - 1).interval().bytes()));
        assertThat(rows).allSatisfy(row -> assertThat(row.get("network")).isEqualTo("simulated"));
        assertThat(rows(CsvExport.functionsFile(file))).hasSameSizeAs(run.functions());
    }

    @Test
    void spreadsheetFormulasAreEscaped() throws Exception {
        Path file = directory.resolve("run.csv");
        new CsvExport().write(SampleRuns.small(), file);
        assertThat(rows(CsvExport.functionsFile(file)).get(1).get("message"))
                .isEqualTo("'=HYPERLINK(\"http://x\"), 403\nForbidden");
    }

    @Test
    void aRealNetworkIsCalledReal() throws Exception {
        new JsonExport().write(SampleRuns.s3Upload(), directory.resolve("run.json"));
        JsonNode run = new ObjectMapper().readTree(directory.resolve("run.json").toFile());
        assertThat(run.get("network").asText()).isEqualTo("real");
        assertThat(run.get("simulated_network").asBoolean()).isFalse();
        assertThat(run.at("/trials/0/results/3/intervals").size())
                .isEqualTo((int) SampleRuns.s3Upload().intervals().stream()
                        .filter(stored -> stored.functionIndex() == 3)
                        .count());
    }

    @Test
    void theSecondTableIsNamedAfterTheFirst() {
        assertThat(CsvExport.functionsFile(Path.of("a", "out.csv"))).isEqualTo(Path.of("a", "out.functions.csv"));
        assertThat(CsvExport.trialsFile(Path.of("a", "out.csv"))).isEqualTo(Path.of("a", "out.trials.csv"));
        assertThat(CsvExport.functionsFile(Path.of("out"))).isEqualTo(Path.of("out.functions"));
        assertThat(CsvExport.functionsFile(Path.of(".hidden"))).isEqualTo(Path.of(".hidden.functions"));
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (CSVParser rows = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return rows.getRecords();
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ExportFilesTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
