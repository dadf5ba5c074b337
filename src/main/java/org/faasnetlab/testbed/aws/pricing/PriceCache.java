package org.faasnetlab.testbed.aws.pricing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.workload.Architecture;

/**
 * Caches current prices for the life of the program, because they change from month to month. Safe for use by several
 * threads.
 */
public final class PriceCache {

    private record Kind(String serverType, Architecture architecture) {}

    private final AwsAccount account;
    private final Map<Kind, PriceTable> byKind = new ConcurrentHashMap<>();

    public PriceCache(AwsAccount account) {
        this.account = account;
    }

    /** Current prices of AWS, and those of the bundled table where AWS has none. */
    public PriceTable current(AwsTestbedSettings settings) {
        return byKind.computeIfAbsent(
                new Kind(settings.serverType(), settings.architecture()),
                kind -> new PriceListClient(account).find(settings).table());
    }

    /**
     * Cost of the servers so far: by the uptimes that EC2 reports, or by the testbed's age if it reports none.
     *
     * @throws AwsAccessException if AWS cannot be reached or refuses a request for another reason than missing
     *     permission
     */
    public Optional<Cost> costSoFar(TestbedStack testbed, Duration age, Instant now) throws AwsAccessException {
        Optional<AwsTestbedSettings> settings = testbed.settings();
        TestbedCost cost = new TestbedCost(settings.map(this::current).orElseGet(PriceTable::bundled));
        List<ServerUptime> servers = servers(testbed, now);
        return servers.isEmpty() ? settings.flatMap(known -> cost.sinceCreation(known, age)) : cost.servers(servers);
    }

    private List<ServerUptime> servers(TestbedStack testbed, Instant now) throws AwsAccessException {
        try {
            return new ServerUptimeReader(account).of(testbed.stackName(), now);
        } catch (AwsAccessException e) {
            if (e.reason() == AwsAccessException.Reason.DENIED) {
                return List.of();
            }
            throw e;
        }
    }
}
