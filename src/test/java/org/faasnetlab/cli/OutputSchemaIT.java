package org.faasnetlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.analysis.BurstRuns;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.PythonTools;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands print with {@code --output json} follows the published schema. */
class OutputSchemaIT {
    private static final String VALIDATE = """
            import json, jsonschema, sys
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            for name in sys.argv[2:]:
                validator.validate(json.load(open(name)))
            """;

    private static final RunData BURSTS =
            BurstRuns.withPauses("20261123-104210-b1", new double[] {300, 310}, new double[] {200, 0});

    @TempDir
    Path folder;

    @Test
    void documentsFollowTheSchemaAndOthersDoNot() throws Exception {
        String first = SampleRuns.withFailures().run().id();
        String second = SampleRuns.withEvidence().run().id();
        List<Path> documents = List.of(
                printed("runs"),
                printed("show", first),
                printed("show", second),
                printed("show", BURSTS.run().id()),
                printed("compare", first, second, "--force"),
                printed("presets"),
                printed("presets", "iperf3-single"));
        assertThat(validate(documents)).isEqualTo("");
        Path changed = folder.resolve("changed.json");
        Files.writeString(changed, Files.readString(documents.get(1)).replaceFirst("\"trial\": 1", "\"trial\": 0"));
        assertThat(validate(List.of(changed))).contains("ValidationError");
    }

    private Path printed(String... arguments) throws Exception {
        CliHarness cli = new CliHarness();
        for (RunData run : List.of(SampleRuns.withFailures(), SampleRuns.withEvidence(), BURSTS)) {
            SampleRuns.save(cli.lab.store, run);
        }
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--output", "json"));
        assertThat(cli.run(all.toArray(String[]::new)))
                .as("%s: %s", all, cli.err())
                .isZero();
        return Files.writeString(folder.resolve(String.join("-", arguments) + ".json"), cli.out());
    }

    private static String validate(List<Path> documents) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-c", VALIDATE, Path.of("docs", "output.schema.json").toString()));
        documents.forEach(document -> arguments.add(document.toString()));
        ExternalTools.Output result =
                ExternalTools.run(PythonTools.program("python"), arguments.toArray(String[]::new));
        return result.status() == 0 ? "" : result.text();
    }
}
