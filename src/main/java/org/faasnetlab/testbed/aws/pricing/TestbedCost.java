package org.faasnetlab.testbed.aws.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.Architecture;

/**
 * Calculates the cost of a testbed in US dollars by a price table. Traffic inside one zone, and to S3 in the same
 * Region, is free. Storage of the bucket's short-lived objects is ignored.
 */
public final class TestbedCost {

    /** Size of a server's disk, that of the Amazon Linux 2023 image. */
    private static final int DISK_GB = 8;

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** EC2 bills by the second, with a minimum of one minute. */
    private static final Duration MIN_BILLED = Duration.ofMinutes(1);

    private final PriceTable prices;

    public TestbedCost(PriceTable prices) {
        this.prices = prices;
    }

    /** All servers for an hour, idle or not; empty if the table has no price for their type. */
    public Optional<Cost> hour(AwsTestbedSettings settings) {
        return servers(settings, Duration.ofHours(1));
    }

    /** All servers until the end of the lease: the maximum cost of a forgotten testbed. */
    public Optional<Cost> lease(AwsTestbedSettings settings) {
        return servers(settings, settings.lease());
    }

    /**
     * All servers since their creation, at most until the end of the lease: used where AWS does not report their uptimes.
     *
     * @param age since the stack was created
     */
    public Optional<Cost> sinceCreation(AwsTestbedSettings settings, Duration age) {
        return servers(settings, age.compareTo(settings.lease()) < 0 ? age : settings.lease());
    }

    /**
     * Servers by their uptimes; empty if the table has no price for the type of one.
     *
     * @see ServerUptimeReader
     */
    public Optional<Cost> servers(List<ServerUptime> servers) {
        Cost sum = Cost.NOTHING;
        for (ServerUptime server : servers) {
            Optional<Price> hour = prices.serverHour(server.type());
            if (hour.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal hours = hours(server.time());
            sum = sum.plus(hour.get().times(hours))
                    .plus(prices.diskGbHour().times(hours.multiply(BigDecimal.valueOf(DISK_GB))));
            if (server.publicAddress()) {
                sum = sum.plus(prices.publicAddressHour().times(hours));
            }
        }
        return Optional.of(sum);
    }

    /**
     * Functions that run concurrently.
     *
     * @param functions number of functions
     * @param memoryMb memory size in MB
     * @param each billed time of each function from its start, including the wait for the others
     */
    public Cost functions(Architecture architecture, int functions, int memoryMb, Duration each) {
        BigDecimal gbSeconds = BigDecimal.valueOf(memoryMb)
                .divide(BigDecimal.valueOf(1024), MathContext.DECIMAL64)
                .multiply(BigDecimal.valueOf(each.toMillis()).movePointLeft(3))
                .multiply(BigDecimal.valueOf(functions));
        return prices.functionGbSecond(architecture)
                .times(gbSeconds)
                .plus(prices.functionRequest().times(functions));
    }

    /**
     * Requests to S3.
     *
     * @param puts number of PUT requests
     * @param gets number of GET requests
     */
    public Cost requests(long puts, long gets) {
        return prices.s3Put().times(puts).plus(prices.s3Get().times(gets));
    }

    /** Traffic between public servers and the function outside the VPC. */
    public Cost publicTransfer(DataSize size) {
        return prices.publicTransferGb().times(BigDecimal.valueOf(size.bytes()).movePointLeft(9));
    }

    private Optional<Cost> servers(AwsTestbedSettings settings, Duration time) {
        Optional<Cost> inside = servers(
                Collections.nCopies(settings.servers(), new ServerUptime(settings.serverType(), false, time, true)));
        Optional<Cost> outside = servers(Collections.nCopies(
                settings.outsideServers(), new ServerUptime(settings.serverType(), true, time, true)));
        return inside.flatMap(sum -> outside.map(sum::plus));
    }

    private static BigDecimal hours(Duration time) {
        Duration billed = time.compareTo(MIN_BILLED) < 0 ? MIN_BILLED : time;
        return BigDecimal.valueOf(billed.toSeconds()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL64);
    }
}
