package org.faasnetlab.testbed.aws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/** What a testbed costs in US dollars by a table of prices. Traffic inside one zone, and to S3 in one Region, is free. */
public final class TestbedCost {

    /** Size of a server's disk: what the image of Amazon Linux 2023 asks for. */
    private static final int DISK_GB = 8;

    private final PriceTable prices;

    public TestbedCost(PriceTable prices) {
        this.prices = prices;
    }

    /** All servers for an hour, whether anything is measured or not; empty if the table does not know their type. */
    public Optional<BigDecimal> hour(AwsTestbedSettings settings) {
        BigDecimal disk = prices.diskGbHour().multiply(BigDecimal.valueOf(DISK_GB));
        BigDecimal addresses = prices.publicAddressHour().multiply(BigDecimal.valueOf(settings.outsideServers()));
        return prices.serverHour(settings.serverType())
                .map(server -> server.add(disk)
                        .multiply(BigDecimal.valueOf(settings.servers() + settings.outsideServers()))
                        .add(addresses));
    }

    /**
     * Functions that run at once.
     *
     * @param functions how many
     * @param memoryMb memory size in MB
     * @param each how long each of them runs, from its start on: waiting for the others is paid, too
     */
    public BigDecimal functions(Architecture architecture, int functions, int memoryMb, Duration each) {
        BigDecimal gbSeconds = BigDecimal.valueOf(memoryMb)
                .divide(BigDecimal.valueOf(1024), MathContext.DECIMAL64)
                .multiply(BigDecimal.valueOf(each.toMillis()).movePointLeft(3));
        return prices.functionGbSecond(architecture)
                .multiply(gbSeconds)
                .add(prices.functionRequest())
                .multiply(BigDecimal.valueOf(functions));
    }
}
