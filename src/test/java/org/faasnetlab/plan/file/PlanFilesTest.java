package org.faasnetlab.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.testing.run.RandomPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFilesTest {
    private static final Path YAML = Path.of("plan.yaml");
    private static final Path JSON = Path.of("plan.json");

    private final PlanFiles files = new PlanFiles(PRESETS);

    @ParameterizedTest
    @ValueSource(strings = {"plan.yaml", "plan.json"})
    void anyPlanIsReadBackAsItWasWritten(String name) throws Exception {
        RandomPlans plans = new RandomPlans(20261123);
        for (int i = 0; i < 500; i++) {
            ExperimentPlan plan = plans.next();
            String text = files.write(Path.of(name), plan);
            assertThat(files.read(Path.of(name), text)).as(text).isEqualTo(plan);
            assertThat(files.write(Path.of(name), files.read(Path.of(name), text)))
                    .isEqualTo(text);
        }
    }

    @Test
    void everyPresetIsReadBackAsItWasWritten() throws Exception {
        for (Preset preset : PRESETS.all()) {
            assertThat(files.read(YAML, files.write(YAML, preset.plan()))).isEqualTo(preset.plan());
        }
    }

    @Test
    void everySettingHasItsKey() {
        assertThat(SETTINGS.all())
                .extracting(setting -> setting.details().fileKey())
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("[a-z][A-Za-z]+"));
    }

    @Test
    void aFileOfAPresetReadsWell() throws Exception {
        ExperimentPlan plan = SETTINGS.apply(
                PRESETS.byName("s3-download").plan(), List.of("objectMiB=10MB,256", "repeats=6", "ciWidth=5%"));

        assertThat(files.write(YAML, plan)).isEqualTo("""
                plan: 1
                preset: s3-download
                title: S3 download
                transfer: s3
                factors:
                  functions:
                    - 1
                  memory:
                    - 1769 MB
                  direction:
                    - download
                  object:
                    - 10 MB
                    - 256 MiB
                  connections:
                    - 4
                part: 8 MiB
                objectShare: each
                probe: "off"
                interval: 100 ms
                link: 625Mbit
                hosts: 1
                hostLink: unlimited
                network: relay
                queue: 50ms
                delay: 0ms
                loss: 0 %
                vpcLink: unlimited
                repeats: 6
                pause: 0 s
                order: shuffled
                seed: 1
                ciWidth: 5 %
                """);
    }

    @Test
    void missingSettingsAreThoseOfPreset() throws Exception {
        ExperimentPlan plan = files.read(YAML, "plan: 1\npreset: iperf3-single\nfactors: {functions: [1, 4]}\n");

        assertThat(plan)
                .isEqualTo(SETTINGS.apply(PRESETS.byName("iperf3-single").plan(), Map.of("functions", "1,4")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lenght: 10 s                   | 3:1  | Unknown key "lenght".                                  | Did you mean length?
            functions: 4                   | 3:1  | Key "functions" is a factor.                          | Move it under factors.
            factors: {length: 10 s}        | 3:11 | Key "length" is not a factor.                         | Move it to the top level
            factors: {object: 10 MB}       | 3:11 | Key "object" does not apply to iperf3.                | Remove it.
            factors: {memory: [128 MiB]}   | 3:20 | Invalid value "128 MiB" for memory: unit "MiB" is not allowed; expected a memory size in MB | Description of memory: memory size of a function
            factors: {memory: [128]}       | 3:20 | Invalid value "128" for memory: missing unit          | 128 MB
            factors: {memory: [64 MB]}     | 3:20 | Invalid value "64 MB" for memory: expected 128 to 10240 | Description of memory: memory
            factors: {functions: []}       | 3:22 | functions has no value.                               | Specify at least one
            factors: {functions: [1, 2, 1]} | 3:29 | Duplicate value "1" for functions.                   | Specify each value once.
            factors: {functions: "1,2"}    | 3:22 | Invalid value "1,2" for functions: expected a whole number | Description of functions: number of concurrent functions
            length: 10                     | 3:9  | Invalid value "10" for length: missing unit           | for example 10 s
            length: 10 sec                 | 3:9  | Invalid value "10 sec" for length: unit "sec" is not allowed | for example 10 s
            length: 0.5 s                  | 3:9  | Invalid value "0.5 s" for length: expected a whole number of seconds | Description of length:
            length: 20 min                 | 3:9  | Invalid value "20 min" for length: expected 1 to 900  | Description of length:
            length: 880 s                  | 3:9  | A test of 880 seconds exceeds the maximum             | Set seconds and omit
            link: 625MB                    | 3:7  | Invalid value "625MB" for link: expected a link in kbit, Mbit, or Gbit per second, not in bytes | Description of link: simulated
            link: 625Mib                   | 3:7  | Invalid value "625Mib" for link: expected a link in kbit, Mbit, or Gbit per second, not in bytes | Description of link: simulated
            link: 625MB/s                  | 3:7  | Invalid value "625MB/s" for link: expected a link in kbit, Mbit, or Gbit per second, not in bytes | Description of link: simulated
            link: fast                     | 3:7  | Invalid value "fast" for link: expected a link        | Description of link: simulated
            pause: [1 s, 2 s]              | 3:8  | pause accepts a single value.                         | Only factors
            repeats:                       | 3:9  | Missing value.                                        | Specify
            transfer: s3                   | 3:11 | Preset iperf3-single uses transfer iperf3, not s3.    | Remove transfer
            transfer: http                 | 3:11 | Unknown transfer "http".                              | Specify one of iperf3, s3, latency, iperf3-udp, capacity.
            title: "a\tb"                  | 3:8  | Invalid title.                                        | Use a single line
            preset: s3-download            | 3:1  | Duplicate key "preset"; first used in line 2.         | Specify it once.
            factors: [1, 2]                | 3:10 | Factors must be a mapping of keys to lists of values. | functions: [1, 4]
            factors: {functions: [[1]]}    | 3:23 | functions accepts a single value.                     | Only factors
            """)
    void errorIsReportedWithPosition(String line, String place, String sentence, String nextStep) {
        assertRefused("plan: 1\npreset: iperf3-single\n" + line + "\n", place, sentence, nextStep);
    }

    private void assertRefused(String text, String place, String sentence, String nextStep) {
        assertThatThrownBy(() -> files.read(YAML, text)).isInstanceOfSatisfying(PlanFileException.class, refused -> {
            assertThat(refused.getMessage()).startsWith("plan.yaml:" + place + ": " + sentence);
            assertThat(refused.getMessage()).endsWith(".");
            assertThat(refused.nextStep()).contains(nextStep).endsWith(".");
            assertThat(refused.line() + ":" + refused.column()).isEqualTo(place);
        });
    }

    @Test
    void missingVersionOrPresetIsReported() {
        assertRefused("preset: iperf3-single\n", "1:1", "Missing format version.", "'plan: 1'");
        assertRefused("plan: 2\n", "1:7", "Unsupported plan version 2: expected 1.", "version");
        assertRefused("plan: 1\n", "1:1", "Missing preset.", "preset: iperf3-single");
        assertRefused("plan: 1\npreset: iperf3-singel\n", "2:9", "Unknown preset \"iperf3-singel\".", "Did you mean");
        assertRefused("", "1:1", "The file is empty.", "plan save");
        assertRefused("# nothing\n", "1:1", "The file is empty.", "plan save");
        assertRefused("- plan: 1\n", "1:1", "A plan must be a mapping of keys to values.", "plan: 1");
    }

    @Test
    void invalidYamlIsRejectedWithPosition() {
        assertRefused("plan: 1\npreset: iperf3-single\n  title: x\n", "3:8", "Syntax error: ", "Correct it");
        assertRefused(
                "plan: 1\nfactors: {functions: [1\n",
                "2:24",
                "Syntax error: while parsing a flow sequence, expected",
                "Correct it");
        assertRefused("plan: 1\npreset: &p iperf3-single\ntitle: *p\n", "3:8", "Aliases are not supported.", "Write");
        assertRefused(
                "plan: 1\npreset: iperf3-single\n---\nplan: 1\n",
                "4:1",
                "The file contains more than one",
                "separate file");
        assertRefused("[".repeat(10_000), "1:7", "The nesting is too deep", "schema");
    }

    @Test
    void invalidJsonIsRejectedWithPosition() {
        assertThatThrownBy(() -> files.read(JSON, "{\"plan\": 1,\n \"preset\" \"x\"}"))
                .isInstanceOf(PlanFileException.class)
                .hasMessageStartingWith("plan.json:2:11: Syntax error: ");
        assertThatThrownBy(() -> files.read(JSON, "{\"plan\": 1,\n \"preset\": \"iperf3-single\", \"seed\": null}"))
                .hasMessageStartingWith("plan.json:2:37: Missing value.");
    }

    @Test
    void unfinishedJsonIsRejectedWithoutTermsOfTheParser() {
        assertThatThrownBy(() -> files.read(JSON, "{\"plan\": 1,\n \"settings\": {"))
                .hasMessageStartingWith("plan.json:2:15: Syntax error: Unexpected end-of-input")
                .hasMessageContaining("(start marker at line: 2, column: 14)")
                .hasMessageNotContainingAny("Source", "REDACTED", "StreamReadFeature");
    }

    @Test
    void invalidCombinationIsReportedAtSettingToChange() {
        String head = "plan: 1\npreset: burst-and-baseline\n";
        assertRefused(
                head + "length: 3 s\n", "3:9", "A test of 3 seconds is too short to distinguish burst", "at least 6");
        assertRefused(head + "omit: 1 s\n", "3:7", "Burst and baseline cannot be estimated", "omit to 0");
        assertRefused(
                head + "vpcLink: 1Gbit\n",
                "3:10",
                "A relay has no link of 1Gbit that all functions share.",
                "Set network to kernel");
        assertRefused(
                head + "delay: 20ms\n", "3:8", "A relay does not delay packets by 20ms.", "Set network to kernel");
        assertRefused(head + "loss: 1%\n", "3:7", "A relay does not drop 1% of the packets.", "Set network to kernel");
        assertRefused(
                head + "queue: 200ms\n",
                "3:8",
                "A relay has no queue of 200ms.",
                "Set network to kernel, or queue to 50ms.");
        assertRefused(head + "repeats: 5\nciWidth: 5 %\n", "3:10", "The median of 5 trials has no 95 %", "at least 6");
        assertRefused(
                head + "factors:\n  functions: [2, 3]\n  direction: both\n",
                "4:14",
                "Direction both requires an even number of functions, not 3",
                "even");
        String many = IntStream.rangeClosed(1, 1000).boxed().toList().toString();
        assertRefused(
                head + "factors:\n  functions: " + many + "\nrepeats: 1000\n",
                "4:3",
                "The experiment has 1000000 trials; the maximum is 100000.",
                "Use fewer");
    }

    @Test
    void resultsOfIperf3AreNoPlans(@TempDir Path folder) throws Exception {
        Path written = folder.resolve("plan.json");
        Files.writeString(written, files.write(written, PRESETS.all().get(0).plan()));
        assertThat(files.isPlan(written)).isTrue();
        assertThat(files.isPlan(folder.resolve("plan.YML"))).as("by its name").isTrue();

        Path results = folder.resolve("results.json");
        for (String text : List.of(
                "{\"start\": {\"preset\": 1}, \"intervals\": []}",
                "{\"event\": \"start\"}\n{\"event\": \"interval\"}",
                "[1]",
                "{",
                "")) {
            Files.writeString(results, text);
            assertThat(files.isPlan(results)).as(text).isFalse();
        }
        assertThat(files.isPlan(folder.resolve("missing.json"))).isFalse();
        assertThat(files.isPlan(folder.resolve("table.csv"))).isFalse();
    }

    @Test
    void fileWithoutPlanIsRejected(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> files.read(missing)).hasMessage(missing + ": The file does not exist.");

        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> files.read(binary)).hasMessage(binary + ": The file is not UTF-8 text.");

        Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> files.read(large)).hasMessage(large + ":1:1: The file is larger than 1 MiB.");

        assertThatThrownBy(() -> files.read(folder)).isInstanceOf(PlanFileException.class);
    }

    @Test
    void theExampleOfTheGuideIsRead() throws Exception {
        String example = Files.readString(Path.of("docs/user-guide.md"))
                .split("\n    (?=plan: 1)")[1]
                .split("\n\n")[0]
                .replace("\n    ", "\n");

        assertThat(files.read(YAML, example).factors().memoryMb()).containsExactly(512, 1769);
    }

    @Test
    void thePublishedSchemaIsTheProgramsOwn() throws Exception {
        assertThat(Files.readString(Path.of("docs/plan.schema.json"))).isEqualTo(new PlanSchema(PRESETS).text());
    }

    @Test
    void everyWrittenPlanMatchesSchema() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode schema = json.readTree(new PlanSchema(PRESETS).text()).path("properties");
        RandomPlans plans = new RandomPlans(7);
        for (int i = 0; i < 100; i++) {
            JsonNode plan = json.readTree(files.write(JSON, plans.next()));
            plan.fields().forEachRemaining(field -> assertMatches(schema.path(field.getKey()), field.getValue()));
            plan.path("factors").fields().forEachRemaining(factor -> {
                JsonNode node = schema.path("factors")
                        .path("properties")
                        .path(factor.getKey())
                        .path("oneOf")
                        .path(0);
                factor.getValue().forEach(value -> assertMatches(node, value));
            });
        }
    }

    private static void assertMatches(JsonNode schema, JsonNode value) {
        assertThat(schema.isMissingNode()).as(value.toString()).isFalse();
        if (schema.has("pattern")) {
            assertThat(value.isTextual()).isTrue();
            assertThat(value.asText()).containsPattern(schema.path("pattern").asText());
        } else if (schema.path("type").asText().equals("integer")) {
            assertThat(value.isInt()).isTrue();
        }
    }
}
