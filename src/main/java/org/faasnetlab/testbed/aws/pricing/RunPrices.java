package org.faasnetlab.testbed.aws.pricing;

import java.time.Duration;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * What runs on one testbed are billed by.
 *
 * @param table prices of functions and of their S3 requests
 * @param architecture of the functions
 * @param serversUsdPerHour all servers together in US dollars per hour, or null if their price is unknown
 * @param basis sources and dates of the prices, a whole sentence
 */
public record RunPrices(
        PriceTable table,
        Architecture architecture,
        @Nullable Double serversUsdPerHour,
        Phrase basis) {

    public static RunPrices of(AwsTestbedSettings settings, PriceTable table) {
        TestbedCost cost = new TestbedCost(table);
        Optional<Cost> servers = cost.hour(settings);
        // The amounts do not matter here: the sum collects the sources of every price that a run needs.
        Cost all = cost.functions(settings.architecture(), 1, 1024, Duration.ofSeconds(1))
                .plus(cost.requests(1, 1));
        return new RunPrices(
                table,
                settings.architecture(),
                servers.map(sum -> sum.dollars().doubleValue()).orElse(null),
                servers.map(all::plus).orElse(all).basis());
    }
}
