package org.faasnetlab.ui.aws;

import java.time.Duration;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.Prices;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.Price;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.Architecture;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.ui.common.session.RunPrices;

/** What runs on a testbed cost, by its Region, its functions' processor and its servers. */
final class AwsRunPrices {
    private AwsRunPrices() {}

    /** Asks AWS for the testbed, and for prices where it may. */
    static Optional<RunPrices> of(AwsTestbeds where, String testbed) throws LabException {
        return where.find(testbed)
                .flatMap(TestbedStack::settings)
                .map(settings -> of(settings, where.prices(settings)));
    }

    static RunPrices of(AwsTestbedSettings settings, PriceTable table) {
        Price gbSecond = table.functionGbSecond(settings.architecture());
        TestbedCost cost = new TestbedCost(table);
        Optional<Cost> hour = cost.hour(settings);
        Cost all = cost.functions(settings.architecture(), 1, 1024, Duration.ofSeconds(1))
                .plus(cost.requests(1, 1));
        return new RunPrices(
                new Prices(
                        gbSecond.source().words(),
                        gbSecond.source().date().toString(),
                        gbSecond.source().region(),
                        dollars(table.functionGbSecond(Architecture.X86_64)),
                        dollars(table.functionGbSecond(Architecture.ARM64)),
                        dollars(table.functionRequest()),
                        dollars(table.s3Get()),
                        dollars(table.s3Put())),
                settings.architecture() == Architecture.ARM64 ? CostModel.Architecture.ARM : CostModel.Architecture.X86,
                hour.map(sum -> sum.dollars().doubleValue()).orElse(null),
                hour.map(all::plus).orElse(all).basis());
    }

    private static double dollars(Price price) {
        return price.dollars().doubleValue();
    }
}
