package org.faasnetlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.util.List;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testing.aws.TestPrices;
import org.junit.jupiter.api.Test;

class PlanCostTest {
    private static final PriceTable PRICES = TestPrices.of("r", 1e-5, 2e-5, 1e-6, 1e-3, 1e-2);

    @Test
    void functionsAreCountedWithTheTimeAroundTheirTransfer() throws Exception {
        // 2 repeats x 4 functions x 1 GB x (10 s + 1.5 s), and 8 requests
        assertThat(usd("iperf3-single", "memory=1024", "functions=4", "repeats=2"))
                .isCloseTo(8 * (11.5 * 1e-5 + 1e-6), within(1e-12));
    }

    @Test
    void requestsToS3AreCountedByPart() throws Exception {
        double download = usd("s3-download", "objectMiB=64", "partMiB=8");
        assertThat(download - usd("s3-download", "objectMiB=64", "partMiB=64")).isCloseTo(7 * 1e-3, within(1e-9));
        double upload = usd("s3-upload", "objectMiB=64", "partMiB=8");
        assertThat(upload - usd("s3-upload", "objectMiB=64", "partMiB=64")).isCloseTo(9 * 1e-2, within(1e-9));
    }

    private static double usd(String preset, String... settings) throws Exception {
        ExperimentPlan plan = SETTINGS.apply(PRESETS.byName(preset).plan(), List.of(settings));
        return PlanCost.of(plan, PRICES).usd();
    }
}
