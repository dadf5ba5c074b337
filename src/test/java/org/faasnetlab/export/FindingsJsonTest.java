package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsJsonTest {
    @TempDir
    private Path folder;

    @Test
    void findingsAreInJsonDocument() throws Exception {
        JsonNode findings = export(SampleRuns.manyFunctions()).at("/trials/0/findings");

        assertThat(findings.at("/verdict").textValue()).startsWith("The simulated link limited each function");
        assertThat(findings.at("/evidence/0/subject").textValue()).isEqualTo("functions");
        assertThat(findings.at("/evidence/0/state").textValue()).isEqualTo("within");
        assertThat(findings.at("/all/n").intValue()).isEqualTo(64);
        assertThat(findings.at("/all/median_95_low_bit_per_s").longValue())
                .isBetween(1L, findings.at("/all/median_bit_per_s").longValue());
        assertThat(findings.at("/functions")).hasSize(64);
        assertThat(findings.at("/functions/0/inside_common_window").doubleValue())
                .isBetween(0.5, 1.0);
        assertThat(findings.at("/functions/0/burst/found").textValue()).isEqualTo("burst");
        assertThat(findings.at("/functions/0/burst/baseline_bit_per_s").doubleValue())
                .isCloseTo(625e6, within(20e6));
        assertThat(findings.at("/job/as_it_would_cost_on_aws").booleanValue()).isTrue();
        assertThat(findings.at("/job/response_s").doubleValue()).isBetween(9.0, 11.0);
        assertThat(findings.at("/refill").isNull()).isTrue();
    }

    @Test
    void unknownValuesAreNull() throws Exception {
        JsonNode findings = export(SampleRuns.nothingDelivered()).at("/trials/0/findings");

        assertThat(findings.at("/functions_failed").intValue()).isEqualTo(2);
        assertThat(findings.at("/all").isNull()).isTrue();
        assertThat(findings.at("/job").isNull()).isTrue();
        assertThat(findings.at("/functions/0/burst").isNull()).isTrue();
    }

    private JsonNode export(RunData run) throws Exception {
        Path file = folder.resolve("run.json");
        new JsonExport(RunAnalysis::withBundledData).write(run, file);
        return new ObjectMapper().readTree(file.toFile());
    }
}
