package org.faasnetlab.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingOverrides;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.testing.run.RandomPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFilesTest {
    private static final Path YAML = Path.of("plan.yaml");
    private static final Path JSON = Path.of("plan.json");

    private final PlanFiles files = new PlanFiles();

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
        for (Preset preset : Presets.all()) {
            assertThat(files.read(YAML, files.write(YAML, preset.plan()))).isEqualTo(preset.plan());
        }
    }

    @Test
    void everySettingHasItsKey() {
        assertThat(Setting.values())
                .extracting(setting -> setting.details().fileKey())
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("[a-z][A-Za-z]+"));
    }

    @Test
    void aFileOfAPresetReadsWell() throws Exception {
        ExperimentPlan plan = SettingOverrides.apply(
                Presets.named("s3-download").plan(), List.of("objectMiB=10MB,256", "repeats=6", "ciWidth=5%"));

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
                interval: 100 ms
                link: 625Mbit
                hosts: 1
                hostLink: unlimited
                repeats: 6
                pause: 0 s
                order: shuffled
                seed: 1
                ciWidth: 5 %
                """);
    }

    @Test
    void whatIsNotGivenIsAsThePresetHasIt() throws Exception {
        ExperimentPlan plan = files.read(YAML, "plan: 1\npreset: iperf3-single\nfactors: {functions: [1, 4]}\n");

        assertThat(plan)
                .isEqualTo(SettingOverrides.apply(Presets.named("iperf3-single").plan(), Map.of("functions", "1,4")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lenght: 10 s                   | 3:1  | There is no key 'lenght' here.                        | Did you mean 'length'?
            functions: 4                   | 3:1  | 'functions' is a factor.                              | Put it under factors.
            factors: {length: 10 s}        | 3:11 | 'length' is not a factor.                             | Put it beside factors
            factors: {object: 10 MB}       | 3:11 | 'object' has no meaning for iperf3.                   | Leave it out.
            factors: {memory: [128 MiB]}   | 3:20 | memory cannot be: 'MiB' is not its unit; memory is in MB | Give memory of a function
            factors: {memory: [128]}       | 3:20 | memory cannot be: '128' has no unit                   | 128 MB
            factors: {memory: [64 MB]}     | 3:20 | memory cannot be: 64 is not within 128 to 10240       | Give memory
            factors: {functions: []}       | 3:22 | functions has no value.                               | Give one at least
            factors: {functions: [1, 2, 1]} | 3:29 | functions has '1' twice.                             | Give each value once.
            factors: {functions: "1,2"}    | 3:22 | functions cannot be: '1,2' is not a whole number      | Give functions
            length: 10                     | 3:9  | length cannot be: '10' has no unit                    | for example 10 s
            length: 10 sec                 | 3:9  | length cannot be: 'sec' is not its unit               | for example 10 s
            length: 0.5 s                  | 3:9  | length cannot be: '0.5 s' is not a whole number of seconds | Give
            length: 20 min                 | 3:9  | length cannot be: 1200 is not within 1 to 900         | Give
            length: 880 s                  | 3:9  | A test of 880 seconds is longer                       | Choose
            link: 625MB                    | 3:7  | link cannot be: '625MB' is in bytes                   | Give simulated
            link: 625Mib                   | 3:7  | link cannot be: '625Mib' is in bytes                  | Give simulated
            link: 625MB/s                  | 3:7  | link cannot be: '625MB/s' is in bytes                 | Give simulated
            link: fast                     | 3:7  | link cannot be: 'fast' is not a link                  | Give simulated
            pause: [1 s, 2 s]              | 3:8  | pause takes one value.                                | Only factors
            repeats:                       | 3:9  | There is no value here.                               | Give one
            transfer: s3                   | 3:11 | The transfer of iperf3-single is iperf3, not s3.      | Leave transfer out
            transfer: http                 | 3:11 | 'http' is not a transfer.                             | Write iperf3 or s3.
            title: "a\tb"                  | 3:8  | This cannot be a title.                               | Give a line
            preset: s3-download            | 3:1  | 'preset' is given twice; the first is in line 2.      | Give it once.
            factors: [1, 2]                | 3:10 | Factors are keys with lists of values.                | functions: [1, 4]
            factors: {functions: [[1]]}    | 3:23 | functions takes one value.                            | Only factors
            """)
    void whatIsWrongIsToldWithItsPlace(String line, String place, String sentence, String nextStep) {
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
    void aFileWithoutVersionOrPresetSaysWhatIsMissing() {
        assertRefused("preset: iperf3-single\n", "1:1", "The version of the format is missing.", "'plan: 1'");
        assertRefused("plan: 2\n", "1:7", "This is a plan of version 2; this program reads version 1.", "version");
        assertRefused("plan: 1\n", "1:1", "The preset is missing.", "preset: iperf3-single");
        assertRefused("plan: 1\npreset: iperf3-singel\n", "2:9", "There is no preset 'iperf3-singel'.", "Did you mean");
        assertRefused("", "1:1", "The file is empty.", "plan save");
        assertRefused("# nothing\n", "1:1", "The file is empty.", "plan save");
        assertRefused("- plan: 1\n", "1:1", "A plan is keys with values.", "plan: 1");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsPlace() {
        assertRefused("plan: 1\npreset: iperf3-single\n  title: x\n", "3:8", "This cannot be read: ", "Correct it");
        assertRefused(
                "plan: 1\nfactors: {functions: [1\n",
                "2:24",
                "This cannot be read: while parsing a flow sequence, expected",
                "Correct it");
        assertRefused("plan: 1\npreset: &p iperf3-single\ntitle: *p\n", "3:8", "Aliases are not read.", "Write");
        assertRefused("plan: 1\npreset: iperf3-single\n---\nplan: 1\n", "4:1", "There is more than one", "of its own");
        assertRefused("[".repeat(10_000), "1:7", "This is nested too deep", "schema");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> files.read(JSON, "{\"plan\": 1,\n \"preset\" \"x\"}"))
                .isInstanceOf(PlanFileException.class)
                .hasMessageStartingWith("plan.json:2:11: This cannot be read: ");
        assertThatThrownBy(() -> files.read(JSON, "{\"plan\": 1,\n \"preset\": \"iperf3-single\", \"seed\": null}"))
                .hasMessageStartingWith("plan.json:2:37: There is no value here.");
    }

    @Test
    void whatDoesNotFitTogetherIsToldAtTheSettingToChange() {
        String head = "plan: 1\npreset: burst-and-baseline\n";
        assertRefused(head + "length: 3 s\n", "3:9", "A test of 3 seconds is too short to tell burst", "6 seconds");
        assertRefused(head + "omit: 1 s\n", "3:7", "Burst and baseline cannot be told", "omit at 0");
        assertRefused(head + "repeats: 5\nciWidth: 5 %\n", "3:10", "The median of 5 trials has no 95 %", "6 or more");
        assertRefused(
                head + "factors:\n  functions: [2, 3]\n  direction: both\n", "4:14", "In both directions half", "even");
        String many = IntStream.rangeClosed(1, 1000).boxed().toList().toString();
        assertRefused(
                head + "factors:\n  functions: " + many + "\nrepeats: 1000\n",
                "4:3",
                "The experiment has 1000000 trials; 100000 is the most.",
                "Take fewer");
    }

    @Test
    void aFileThatIsNoPlanIsRefused(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> files.read(missing)).hasMessage(missing + ": There is no such file.");

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
        assertThat(Files.readString(Path.of("docs/plan.schema.json"))).isEqualTo(PlanSchema.text());
    }

    @Test
    void theSchemaLetsEveryWrittenPlanPass() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode schema = json.readTree(PlanSchema.text()).path("properties");
        RandomPlans plans = new RandomPlans(7);
        for (int i = 0; i < 100; i++) {
            JsonNode plan = json.readTree(files.write(JSON, plans.next()));
            plan.fields().forEachRemaining(field -> assertMatches(schema.path(field.getKey()), field.getValue()));
            plan.path("factors").fields().forEachRemaining(factor -> {
                JsonNode one = schema.path("factors")
                        .path("properties")
                        .path(factor.getKey())
                        .path("oneOf")
                        .path(0);
                factor.getValue().forEach(value -> assertMatches(one, value));
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
