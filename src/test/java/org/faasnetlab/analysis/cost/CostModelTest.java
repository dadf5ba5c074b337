package org.faasnetlab.analysis.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.faasnetlab.testbed.aws.pricing.PriceSource;
import org.faasnetlab.testbed.aws.pricing.PriceSource.Publisher;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.Test;

class CostModelTest {
    private final CostModel costs = new CostModel(PriceTable.bundled());

    @Test
    void millionCallsOf512MbAnd300MsMatchPriceList() {
        List<Duration> calls = Collections.nCopies(1_000_000, Duration.ofMillis(300));
        assertThat(CostModel.gbSeconds(512, calls)).isCloseTo(150_000, within(1e-6));
        // 150,000 GB-s at 0.0000166667, and 0.20 for the requests.
        assertThat(costs.usd(512, Architecture.X86_64, calls)).isCloseTo(2.700005, within(1e-6));
        assertThat(costs.usd(512, Architecture.ARM64, calls)).isCloseTo(2.20001, within(1e-6));
    }

    @Test
    void timeIsRoundedUpToTheMillisecondForEachFunction() {
        List<Duration> times = List.of(Duration.ofNanos(1), Duration.ofNanos(1_000_001), Duration.ofMillis(3));
        assertThat(CostModel.gbSeconds(1024, times)).isCloseTo(0.006, within(1e-12));
    }

    @Test
    void pricesHaveTheirSourceAndDate() {
        for (Architecture architecture : Architecture.values()) {
            assertThat(costs.source(architecture))
                    .isEqualTo(new PriceSource(Publisher.TABLE, "us-east-1", LocalDate.of(2026, 11, 23)));
        }
    }

    @Test
    void aJobLastsFromT0UntilItsLastFunctionAndIsPaidForTheSum() {
        JobTimes times = JobTimes.of(List.of(
                        MinimalRows.finished(0, 0, 2000, 1),
                        MinimalRows.finished(1, 500, 3000, 1),
                        MinimalRows.failed(2, 100L),
                        MinimalRows.cutOff(3)))
                .orElseThrow();
        assertThat(times.response()).hasMillis(3500);
        assertThat(times.aggregated()).hasMillis(5000);
        assertThat(times.functionTimes()).hasSize(2);
        assertThat(JobTimes.of(List.of(MinimalRows.failed(0, 5L)))).isEmpty();
    }
}
