package org.faasnetlab.testbed.aws.testbeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.faasnetlab.testbed.aws.Architecture;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.Cost;
import org.faasnetlab.testbed.aws.PriceList;
import org.faasnetlab.testbed.aws.PriceTable;
import org.faasnetlab.testbed.aws.ServerTime;
import org.faasnetlab.testbed.aws.ServerTimes;
import org.faasnetlab.testbed.aws.TestbedCost;
import org.faasnetlab.testbed.aws.TestbedStack;

/** Prices, each asked for once: they change from month to month. Safe for use by several threads. */
final class KnownPrices {

    private record Kind(String serverType, Architecture architecture) {}

    private final AwsAccount account;
    private final Map<Kind, PriceTable> asked = new ConcurrentHashMap<>();

    KnownPrices(AwsAccount account) {
        this.account = account;
    }

    /** The table that ships with the program. */
    static PriceTable shipped() {
        return new PriceTable();
    }

    /** What AWS says, and the program's table for what it does not say. */
    PriceTable asked(AwsTestbedSettings settings) {
        return asked.computeIfAbsent(
                new Kind(settings.serverType(), settings.architecture()),
                kind -> new PriceList(account).find(settings).table());
    }

    /**
     * What the servers have cost: by what EC2 says of them, or by the testbed's age where it says nothing.
     *
     * @throws AwsAccessException if AWS cannot be asked
     */
    Optional<Cost> soFar(TestbedStack testbed, Duration age, Instant now) throws AwsAccessException {
        Optional<AwsTestbedSettings> settings = testbed.settings();
        TestbedCost cost = new TestbedCost(settings.map(this::asked).orElseGet(KnownPrices::shipped));
        List<ServerTime> servers = servers(testbed, now);
        return servers.isEmpty() ? settings.flatMap(known -> cost.sinceCreation(known, age)) : cost.servers(servers);
    }

    private List<ServerTime> servers(TestbedStack testbed, Instant now) throws AwsAccessException {
        try {
            return new ServerTimes(account).of(testbed.stackName(), now);
        } catch (AwsAccessException failure) {
            if (failure.reason() == AwsAccessException.Reason.DENIED) {
                return List.of();
            }
            throw failure;
        }
    }
}
