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
 * The testbeds on AWS that this program knows to stand, and so to cost: in all Regions and accounts that it has met, now or
 * at an earlier start. Nobody is asked: what it knows is what AWS said last. Used on the window's thread.
 */
public final class ActiveTestbeds {

    /** Where they are kept from one start of the program to the next. */
    public interface Storage {

        List<ActiveTestbed> read();

        void write(List<ActiveTestbed> all);
    }

    /**
     * A testbed with servers that run.
     *
     * @param account name of the profile
     * @param region id of the Region
     * @param dollarsPerHour what its servers cost, or null if no price is known
     * @param createdAt from when on they cost
     * @param leaseEnd when its servers end themselves
     */
    public record ActiveTestbed(
            String name,
            String account,
            String region,
            @Nullable BigDecimal dollarsPerHour,
            Instant createdAt,
            Instant leaseEnd) {

        /** One that has just been begun; its price is that of the program's own table until AWS was asked. */
        static ActiveTestbed creating(AwsTestbeds where, AwsTestbedSettings settings, Instant now) {
            return of(where, settings, now, PriceTable.bundled());
        }

        static ActiveTestbed of(AwsTestbeds where, AwsTestbedDescription testbed, PriceTable prices) {
            return of(where, testbed.settings(), testbed.createdAt(), prices);
        }

        static ActiveTestbed of(AwsTestbeds where, AwsTestbedSettings settings, Instant createdAt, PriceTable prices) {
            return new ActiveTestbed(
                    settings.name(),
                    where.account(),
                    where.region(),
                    new TestbedCost(prices).hour(settings).map(Cost::dollars).orElse(null),
                    createdAt,
                    createdAt.plus(settings.lease()));
        }

        /** For example {@code $0.23}; empty if the price is not known. */
        public Optional<String> pricePerHour() {
            return Optional.ofNullable(dollarsPerHour).map(MoneyFormatter::format);
        }

        /** What its servers have cost until now; empty if the price is not known. */
        public Optional<String> costSoFar(Instant now) {
            BigDecimal seconds = BigDecimal.valueOf(
                    Math.max(0, Duration.between(createdAt, now).toSeconds()));
            return Optional.ofNullable(dollarsPerHour)
                    .map(hour -> hour.multiply(seconds).divide(BigDecimal.valueOf(3600), MathContext.DECIMAL64))
                    .map(MoneyFormatter::format);
        }
    }

    private record Key(String account, String region, String name) implements Comparable<Key> {
        static Key of(ActiveTestbed one) {
            return new Key(one.account(), one.region(), one.name());
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
        storage.read().forEach(one -> byKey.put(Key.of(one), one));
    }

    /** Those whose lease goes on after this time, by name. One that two profiles show is named once. */
    public List<ActiveTestbed> at(Instant now) {
        Map<List<Object>, ActiveTestbed> distinct = new LinkedHashMap<>();
        byKey.values().stream()
                .filter(one -> one.leaseEnd().isAfter(now))
                .forEach(one -> distinct.putIfAbsent(List.of(one.name(), one.region(), one.createdAt()), one));
        return List.copyOf(distinct.values());
    }

    void add(ActiveTestbed testbed) {
        byKey.put(Key.of(testbed), testbed);
        save();
    }

    void remove(AwsTestbeds where, String name) {
        byKey.values()
                .removeIf(one -> one.name().equals(name)
                        && one.region().equals(where.region())
                        && one.account().equals(where.account()));
        save();
    }

    /** All that AWS has named in one Region of one account; what it has not is gone from there. */
    void setAll(AwsTestbeds where, Collection<ActiveTestbed> found) {
        byKey.keySet()
                .removeIf(key ->
                        key.account().equals(where.account()) && key.region().equals(where.region()));
        found.forEach(one -> byKey.put(Key.of(one), one));
        save();
    }

    /** What a stack stands for; empty if it has no servers, or was made by another version of this program. */
    static Optional<ActiveTestbed> of(AwsTestbeds where, TestbedStack stack, PriceTable prices) {
        boolean withoutServers = stack.state() == TestbedState.FAILED || stack.state() == TestbedState.DELETING;
        return withoutServers
                ? Optional.empty()
                : stack.settings().map(settings -> ActiveTestbed.of(where, settings, stack.createdAt(), prices));
    }

    private void save() {
        storage.write(new ArrayList<>(byKey.values()));
    }
}
