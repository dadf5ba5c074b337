package org.faasnetlab.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.Prices;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanCost;
import org.faasnetlab.testing.ui.TestPlans;
import org.faasnetlab.ui.common.session.RunPrices;
import org.junit.jupiter.api.Test;

class RunCostTest {
    private static final Prices USUAL = Prices.load();
    private static final Prices OTHER = new Prices("test", "2026-11-20", "eu-central-1", 1e-3, 2e-3, 0, 0, 0);

    private final ExperimentPlan plan = TestPlans.presets().get(0).plan();

    @Test
    void onThisComputerItIsWhatTheFunctionsWouldCostOnAws() {
        RunCost cost = RunCost.of(plan, null, USUAL, Duration.ofMinutes(1));

        assertThat(cost.functions()).isEqualTo(PlanCost.of(plan, USUAL));
        assertThat(cost.serversUsd()).isNull();
    }

    @Test
    void onATestbedItsRegionProcessorAndServersCount() {
        RunPrices prices = new RunPrices(OTHER, CostModel.Architecture.ARM, 3.6, "");

        RunCost cost = RunCost.of(plan, prices, USUAL, Duration.ofSeconds(90));

        assertThat(cost.functions().usd())
                .isCloseTo(2 * PlanCost.of(plan, OTHER).usd(), within(1e-9));
        assertThat(cost.serversUsd()).isCloseTo(0.09, within(1e-9));
    }

    @Test
    void serversWithoutAPriceAreNotCountedAsFree() {
        RunCost cost = RunCost.of(
                plan, new RunPrices(OTHER, CostModel.Architecture.X86, null, ""), USUAL, Duration.ofSeconds(90));

        assertThat(cost.serversUsd()).isNull();
        assertThat(cost.testbed()).isNotNull();
    }
}
