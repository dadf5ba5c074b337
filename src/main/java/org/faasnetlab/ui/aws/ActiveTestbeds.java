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
    public interface Memory {

        List<Standing> read();

        void write(List<Standing> all);
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
    public record Standing(
            String name,
            String account,
            String region,
            @Nullable BigDecimal dollarsPerHour,
            Instant createdAt,
            Instant leaseEnd) {

        /** One that has just been begun; its price is that of the program's own table until AWS was asked. */
        static Standing begun(AwsTestbeds where, AwsTestbedSettings settings, Instant now) {
            return of(where, settings, now, PriceTable.bundled());
        }

        static Standing of(AwsTestbeds where, AwsTestbedDescription testbed, PriceTable prices) {
            return of(where, testbed.settings(), testbed.createdAt(), prices);
        }

        static Standing of(AwsTestbeds where, AwsTestbedSettings settings, Instant createdAt, PriceTable prices) {
            return new Standing(
                    settings.name(),
                    where.account(),
                    where.region(),
                    new TestbedCost(prices).hour(settings).map(Cost::dollars).orElse(null),
                    createdAt,
                    createdAt.plus(settings.lease()));
        }

        /** For example {@code $0.23}; empty if the price is not known. */
        public Optional<String> hourWords() {
            return Optional.ofNullable(dollarsPerHour).map(MoneyFormatter::format);
        }

        /** What its servers have cost until now; empty if the price is not known. */
        public Optional<String> soFarWords(Instant now) {
            BigDecimal seconds = BigDecimal.valueOf(
                    Math.max(0, Duration.between(createdAt, now).toSeconds()));
            return Optional.ofNullable(dollarsPerHour)
                    .map(hour -> hour.multiply(seconds).divide(BigDecimal.valueOf(3600), MathContext.DECIMAL64))
                    .map(MoneyFormatter::format);
        }
    }

    private record Place(String account, String region, String name) implements Comparable<Place> {
        static Place of(Standing one) {
            return new Place(one.account(), one.region(), one.name());
        }

        @Override
        public int compareTo(Place other) {
            return (name + ' ' + region + ' ' + account)
                    .compareTo(other.name + ' ' + other.region + ' ' + other.account);
        }
    }

    private final Map<Place, Standing> byPlace = new TreeMap<>();
    private final Memory memory;

    public ActiveTestbeds(Memory memory) {
        this.memory = memory;
        memory.read().forEach(one -> byPlace.put(Place.of(one), one));
    }

    /** Those whose lease goes on after this time, by name. One that two profiles show is named once. */
    public List<Standing> at(Instant now) {
        Map<List<Object>, Standing> different = new LinkedHashMap<>();
        byPlace.values().stream()
                .filter(one -> one.leaseEnd().isAfter(now))
                .forEach(one -> different.putIfAbsent(List.of(one.name(), one.region(), one.createdAt()), one));
        return List.copyOf(different.values());
    }

    void add(Standing testbed) {
        byPlace.put(Place.of(testbed), testbed);
        keep();
    }

    void remove(AwsTestbeds where, String name) {
        byPlace.values()
                .removeIf(one -> one.name().equals(name)
                        && one.region().equals(where.region())
                        && one.account().equals(where.account()));
        keep();
    }

    /** All that AWS has named in one Region of one account; what it has not is gone from there. */
    void setAll(AwsTestbeds where, Collection<Standing> found) {
        byPlace.keySet()
                .removeIf(place -> place.account().equals(where.account())
                        && place.region().equals(where.region()));
        found.forEach(one -> byPlace.put(Place.of(one), one));
        keep();
    }

    /** What a stack stands for; empty if it has no servers, or was made by another version of this program. */
    static Optional<Standing> of(AwsTestbeds where, TestbedStack stack, PriceTable prices) {
        boolean taken = stack.state() == TestbedState.FAILED || stack.state() == TestbedState.DELETING;
        return taken
                ? Optional.empty()
                : stack.settings().map(settings -> Standing.of(where, settings, stack.createdAt(), prices));
    }

    private void keep() {
        memory.write(new ArrayList<>(byPlace.values()));
    }
}
