package org.faasnetlab.plan.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedCurveTest {
    @ParameterizedTest
    @CsvSource({
        "iperf3-single, BURST",
        "s3-download, LEVEL",
        "latency, LEVEL",
        "latency-under-load, LOADED",
        "bufferbloat, LOADED",
        "udp-capacity, LEVEL",
        "capacity, SEARCH",
        "memory-sweep, GROWING",
        "streams-sweep, GROWING",
        "object-size-sweep, GROWING",
        "figure-3, GROWING",
        "concurrency-sweep, SHARED",
        "burst-and-baseline, BURST"
    })
    void aPlanShowsWhatItsFactorsWorkloadAndLinkLead(String preset, ExpectedCurve curve) throws Exception {
        assertThat(ExpectedCurve.of(PRESETS.byName(preset).plan())).isEqualTo(curve);
    }
}
