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
     * Cost of the servers so far: by the uptimes that EC2 reports, by the stack's resources if EC2 lists none any more, or
     * by the testbed's age if neither can be queried. 0 if no server was created, empty if no price is known.
     *
     * @throws AwsAccessException if AWS cannot be reached or refuses a request for another reason than missing
     *     permission
     */
    public Optional<Cost> costSoFar(TestbedStack testbed, Instant now) throws AwsAccessException {
        if (!PriceTable.covers(account.region().id())) {
            return Optional.empty();
        }
        Optional<AwsTestbedSettings> settings = testbed.settings();
        TestbedCost cost = new TestbedCost(settings.map(this::current).orElseGet(PriceTable::bundled));
        ServerUptimeReader uptimes = new ServerUptimeReader(account);
        try {
            List<ServerUptime> listed = uptimes.of(testbed.stackName(), now);
            if (!listed.isEmpty()) {
                return cost.servers(listed);
            }
            return settings.isEmpty() ? Optional.empty() : cost.servers(uptimes.ofStack(testbed, settings.get(), now));
        } catch (AwsAccessException e) {
            if (e.reason() != AwsAccessException.Reason.DENIED) {
                throw e;
            }
            Duration lease = testbed.leaseEnd()
                    .map(end -> Duration.between(testbed.createdAt(), end))
                    .orElse(Duration.ZERO);
            return settings.flatMap(known -> cost.sinceCreation(
                    known.toBuilder().lease(lease).build(), Duration.between(testbed.createdAt(), now)));
        }
    }
}
