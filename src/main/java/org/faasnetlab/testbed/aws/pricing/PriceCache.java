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

/** Prices, each asked for once: they change from month to month. Safe for use by several threads. */
public final class PriceCache {

    private record Kind(String serverType, Architecture architecture) {}

    private final AwsAccount account;
    private final Map<Kind, PriceTable> asked = new ConcurrentHashMap<>();

    public PriceCache(AwsAccount account) {
        this.account = account;
    }

    /** What AWS says, and the program's table for what it does not say. */
    public PriceTable asked(AwsTestbedSettings settings) {
        return asked.computeIfAbsent(
                new Kind(settings.serverType(), settings.architecture()),
                kind -> new PriceListClient(account).find(settings).table());
    }

    /**
     * What the servers have cost: by what EC2 says of them, or by the testbed's age where it says nothing.
     *
     * @throws AwsAccessException if AWS cannot be asked
     */
    public Optional<Cost> soFar(TestbedStack testbed, Duration age, Instant now) throws AwsAccessException {
        Optional<AwsTestbedSettings> settings = testbed.settings();
        TestbedCost cost = new TestbedCost(settings.map(this::asked).orElseGet(PriceTable::bundled));
        List<ServerUptime> servers = servers(testbed, now);
        return servers.isEmpty() ? settings.flatMap(known -> cost.sinceCreation(known, age)) : cost.servers(servers);
    }

    private List<ServerUptime> servers(TestbedStack testbed, Instant now) throws AwsAccessException {
        try {
            return new ServerUptimeReader(account).of(testbed.stackName(), now);
        } catch (AwsAccessException failure) {
            if (failure.reason() == AwsAccessException.Reason.DENIED) {
                return List.of();
            }
            throw failure;
        }
    }
}
