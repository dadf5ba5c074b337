package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
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
    void intervalsOfBurstAreInJsonDocumentWithTheirSeed() throws Exception {
        JsonNode burst = export(SampleRuns.manyFunctions()).at("/trials/0/findings/functions/0/burst");

        assertThat(burst.get("burst_95_low_bytes").longValue())
                .isLessThan(burst.get("burst_bytes").longValue());
        assertThat(burst.get("burst_95_high_bytes").longValue())
                .isGreaterThan(burst.get("burst_bytes").longValue());
        assertThat(burst.get("burst_95_low_s").decimalValue())
                .isLessThan(burst.get("burst_95_high_s").decimalValue());
        assertThat(burst.get("baseline_95_low_bit_per_s").longValue())
                .isLessThan(burst.get("baseline_95_high_bit_per_s").longValue());
        assertThat(burst.get("slower_link_possible").isBoolean()).isTrue();
        assertThat(burst.get("bootstrap_resamples").intValue()).isEqualTo(400);
        assertThat(burst.get("bootstrap_seed").intValue()).isEqualTo(2019);
    }

    @Test
    void aChangeOfTheRateHasLevelsAndMean() throws Exception {
        RunData run = SampleRuns.sharedHost();
        List<StoredInterval> faster = run.intervals().stream()
                .map(stored -> {
                    Interval interval = stored.interval();
                    return interval.offsetMicros() < 6_000_000
                            ? stored
                            : new StoredInterval(
                                    stored.trial(),
                                    stored.functionIndex(),
                                    new Interval(
                                            interval.offsetMicros(),
                                            interval.durationMicros(),
                                            3 * interval.bytes(),
                                            null));
                })
                .toList();
        JsonNode burst = export(new RunData(run.run(), run.trials(), run.functions(), faster))
                .at("/trials/0/findings/functions/0/burst");

        assertThat(burst.get("found").textValue()).isEqualTo("rate changed");
        assertThat(burst.get("change").textValue()).isEqualTo("steps");
        assertThat(burst.get("levels")).hasSize(2);
        assertThat(burst.at("/levels/0/to_s").doubleValue()).isCloseTo(6, within(0.2));
        assertThat(burst.get("mean_bit_per_s").longValue())
                .isGreaterThan(burst.at("/levels/0/bit_per_s").longValue());
        assertThat(burst.has("baseline_bit_per_s")).isFalse();
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
