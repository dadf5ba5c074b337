package org.faasnetlab.ui.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.testbed.aws.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.Cost;
import org.faasnetlab.testbed.aws.PriceTable;
import org.faasnetlab.testbed.aws.TestbedCost;
import org.faasnetlab.testbed.aws.TestbedStack;

/** The testbeds on AWS that this window knows to stand, and so to cost. Used on the window's thread. */
public final class StandingTestbeds {

    /**
     * A testbed with servers that run.
     *
     * @param hour its cost per hour by the program's own table of prices, if that knows its servers
     * @param leaseEnd when its servers end themselves
     */
    public record Standing(String name, Optional<Cost> hour, Instant leaseEnd) {

        static Standing of(AwsTestbedDescription testbed) {
            return of(testbed.settings(), testbed.leaseEnd());
        }

        private static Standing of(AwsTestbedSettings settings, Instant leaseEnd) {
            return new Standing(settings.name(), new TestbedCost(new PriceTable()).hour(settings), leaseEnd);
        }

        /** For example {@code $0.23}; empty if the price is not known. */
        public Optional<String> hourWords() {
            return hour.map(Money::words);
        }
    }

    private final Map<String, Standing> byName = new TreeMap<>();

    /** Those whose lease goes on after this time, by name. */
    public List<Standing> at(Instant now) {
        return byName.values().stream()
                .filter(one -> one.leaseEnd().isAfter(now))
                .toList();
    }

    void add(Standing testbed) {
        byName.put(testbed.name(), testbed);
    }

    void remove(String name) {
        byName.remove(name);
    }

    /** All that AWS has named; what it has not is gone. */
    void setAll(Collection<TestbedStack> found) {
        byName.clear();
        for (TestbedStack stack : found) {
            stack.settings().ifPresent(settings -> stack.leaseEnd().ifPresent(end -> add(Standing.of(settings, end))));
        }
    }
}
