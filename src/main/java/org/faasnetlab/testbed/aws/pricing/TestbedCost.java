package org.faasnetlab.testbed.aws.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.Architecture;

/**
 * What a testbed costs in US dollars by a table of prices: before it is there, while it runs, and afterwards. Traffic
 * inside one zone, and to S3 in one Region, is free. Objects in the bucket live too short to count.
 */
public final class TestbedCost {

    /** Size of a server's disk: what the image of Amazon Linux 2023 asks for. */
    private static final int DISK_GB = 8;

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** EC2 counts seconds, and at least a minute. */
    private static final Duration SHORTEST_BILLED = Duration.ofMinutes(1);

    private final PriceTable prices;

    public TestbedCost(PriceTable prices) {
        this.prices = prices;
    }

    /** All servers for an hour, whether anything is measured or not; empty if the table does not know their type. */
    public Optional<Cost> hour(AwsTestbedSettings settings) {
        return servers(settings, Duration.ofHours(1));
    }

    /** All servers until they end themselves: what a forgotten testbed costs at most. */
    public Optional<Cost> lease(AwsTestbedSettings settings) {
        return servers(settings, settings.lease());
    }

    /**
     * All servers for a time after they were made, or until their lease ended: to be used where AWS does not say when
     * each of them was launched and ended.
     *
     * @param age since the stack was created
     */
    public Optional<Cost> sinceCreation(AwsTestbedSettings settings, Duration age) {
        return servers(settings, age.compareTo(settings.lease()) < 0 ? age : settings.lease());
    }

    /**
     * Servers as they have run so far, or have run in all; empty if the table does not know the type of one.
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
     * Functions that run at once.
     *
     * @param functions how many
     * @param memoryMb memory size in MB
     * @param each how long each of them runs, from its start on: waiting for the others is paid, too
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
     * @param puts objects and parts that are put
     * @param gets objects and ranges that are fetched
     */
    public Cost requests(long puts, long gets) {
        return prices.s3Put().times(puts).plus(prices.s3Get().times(gets));
    }

    private Optional<Cost> servers(AwsTestbedSettings settings, Duration time) {
        Optional<Cost> inside =
                servers(Collections.nCopies(settings.servers(), new ServerUptime(settings.serverType(), false, time)));
        Optional<Cost> outside = servers(
                Collections.nCopies(settings.outsideServers(), new ServerUptime(settings.serverType(), true, time)));
        return inside.flatMap(one -> outside.map(one::plus));
    }

    private static BigDecimal hours(Duration time) {
        Duration billed = time.compareTo(SHORTEST_BILLED) < 0 ? SHORTEST_BILLED : time;
        return BigDecimal.valueOf(billed.toSeconds()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL64);
    }
}
