package org.faasnetlab.ui.aws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import org.jspecify.annotations.Nullable;

/**
 * The testbeds on AWS that exist, and so incur costs, as far as this program knows: in all accounts and Regions that it
 * has used, also before its last start. Makes no request: it knows what AWS reported last. Used on the window's thread.
 */
public final class ActiveTestbeds {

    /** Stores the testbeds between two starts of the program. */
    public interface Storage {

        List<ActiveTestbed> read();

        void write(List<ActiveTestbed> all);
    }

    /**
     * A testbed with running servers.
     *
     * @param account name of the profile
     * @param region ID of the Region
     * @param dollarsPerHour cost of its servers in US dollars per hour, or null if no price is known
     * @param createdAt time from which its servers incur costs
     * @param leaseEnd time at which its servers terminate themselves
     */
    public record ActiveTestbed(
            String name,
            String account,
            String region,
            @Nullable BigDecimal dollarsPerHour,
            Instant createdAt,
            Instant leaseEnd) {

        /** A testbed whose creation has just started; its price is that of the bundled table until AWS was queried. */
        static ActiveTestbed creating(AwsTestbeds where, AwsTestbedSettings settings, Instant now) {
            return of(where, settings, now, now.plus(settings.lease()), PriceTable.bundled());
        }

        static ActiveTestbed of(AwsTestbeds where, AwsTestbedDescription testbed, PriceTable prices) {
            return of(where, testbed.settings(), testbed.createdAt(), testbed.leaseEnd(), prices);
        }

        static ActiveTestbed of(
                AwsTestbeds where,
                AwsTestbedSettings settings,
                Instant createdAt,
                Instant leaseEnd,
                PriceTable prices) {
            return new ActiveTestbed(
                    settings.name(),
                    where.account(),
                    where.region(),
                    new TestbedCost(prices).hour(settings).map(Cost::dollars).orElse(null),
                    createdAt,
                    leaseEnd);
        }

        /** Cost per hour, for example {@code $0.23}; empty if the price is unknown. */
        public Optional<String> pricePerHour() {
            return Optional.ofNullable(dollarsPerHour).map(MoneyFormatter::format);
        }

        /** Cost of its servers until now; empty if the price is unknown. */
        public Optional<String> costSoFar(Instant now) {
            BigDecimal seconds = BigDecimal.valueOf(
                    Math.max(0, Duration.between(createdAt, now).toSeconds()));
            return Optional.ofNullable(dollarsPerHour)
                    .map(hour -> hour.multiply(seconds).divide(BigDecimal.valueOf(3600), MathContext.DECIMAL64))
                    .map(MoneyFormatter::format);
        }
    }

    private record Key(String account, String region, String name) implements Comparable<Key> {
        static Key of(ActiveTestbed testbed) {
            return new Key(testbed.account(), testbed.region(), testbed.name());
        }

        @Override
        public int compareTo(Key other) {
            return (name + ' ' + region + ' ' + account)
                    .compareTo(other.name + ' ' + other.region + ' ' + other.account);
        }
    }

    private final Map<Key, ActiveTestbed> byKey = new TreeMap<>();
    private final Storage storage;

    public ActiveTestbeds(Storage storage) {
        this.storage = storage;
        storage.read().forEach(testbed -> byKey.put(Key.of(testbed), testbed));
    }

    /**
     * The testbeds whose lease has not expired at this time, by name. A testbed that two profiles have access to is
     * listed once.
     */
    public List<ActiveTestbed> at(Instant now) {
        Map<List<Object>, ActiveTestbed> distinct = new LinkedHashMap<>();
        byKey.values().stream()
                .filter(testbed -> testbed.leaseEnd().isAfter(now))
                .forEach(testbed ->
                        distinct.putIfAbsent(List.of(testbed.name(), testbed.region(), testbed.createdAt()), testbed));
        return List.copyOf(distinct.values());
    }

    void add(ActiveTestbed testbed) {
        byKey.put(Key.of(testbed), testbed);
        save();
    }

    void remove(AwsTestbeds where, String name) {
        byKey.values()
                .removeIf(testbed -> testbed.name().equals(name)
                        && testbed.region().equals(where.region())
                        && testbed.account().equals(where.account()));
        save();
    }

    /** Replaces the testbeds of testbed account and Region by those that AWS has listed. */
    void setAll(AwsTestbeds where, Collection<ActiveTestbed> found) {
        byKey.keySet()
                .removeIf(key ->
                        key.account().equals(where.account()) && key.region().equals(where.region()));
        found.forEach(testbed -> byKey.put(Key.of(testbed), testbed));
        save();
    }

    /** The active testbed of a stack; empty if it has no servers, or was created by another version of this program. */
    static Optional<ActiveTestbed> of(AwsTestbeds where, TestbedStack stack, PriceTable prices) {
        boolean withoutServers = stack.state() == TestbedState.FAILED || stack.state() == TestbedState.DELETING;
        return withoutServers
                ? Optional.empty()
                : stack.settings()
                        .map(settings -> ActiveTestbed.of(
                                where,
                                settings,
                                stack.createdAt(),
                                stack.leaseEnd().orElseThrow(),
                                prices));
    }

    private void save() {
        storage.write(new ArrayList<>(byKey.values()));
    }
}
