package org.faasnetlab.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanCost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.RunPrices;
import org.faasnetlab.testing.aws.TestPrices;
import org.faasnetlab.testing.ui.TestPlans;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.Test;

class RunCostTest {
    private static final PriceTable BUNDLED = PriceTable.bundled();
    private static final PriceTable OTHER = TestPrices.of("eu-central-1", 1e-3, 2e-3, 0, 0, 0);

    private final ExperimentPlan plan = TestPlans.presets().get(0).plan();

    @Test
    void localCostIsHypotheticalCostOnAws() {
        RunCost cost = RunCost.of(plan, null, BUNDLED, Duration.ofMinutes(1));

        assertThat(cost.functions()).isEqualTo(PlanCost.of(plan, BUNDLED));
        assertThat(cost.serversUsd()).isNull();
    }

    @Test
    void onATestbedItsRegionProcessorAndServersCount() {
        RunPrices prices = new RunPrices(OTHER, Architecture.ARM64, 3.6, Phrase.verbatim(""));

        RunCost cost = RunCost.of(plan, prices, BUNDLED, Duration.ofSeconds(90));

        assertThat(cost.functions().usd())
                .isCloseTo(2 * PlanCost.of(plan, OTHER).usd(), within(1e-9));
        assertThat(cost.serversUsd()).isCloseTo(0.09, within(1e-9));
    }

    @Test
    void serversWithoutAPriceAreNotCountedAsFree() {
        RunCost cost = RunCost.of(
                plan,
                new RunPrices(OTHER, Architecture.X86_64, null, Phrase.verbatim("")),
                BUNDLED,
                Duration.ofSeconds(90));

        assertThat(cost.serversUsd()).isNull();
        assertThat(cost.testbed()).isNotNull();
    }
}
