package org.faasnetlab.run.trial;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how long before T0 the functions are invoked: long enough that all are ready, and no longer. The estimate is
 * the time that the slowest functions of recent trials took to become ready, kept separately for warm and other
 * sandboxes, for each testbed, memory size and order of magnitude of functions. Without such data the testbed's own
 * figures are used. Thread-safe.
 */
public final class LeadEstimator {
    /** Number of recent trials that count, so that a single slow one is soon forgotten. */
    private static final int TRIALS_REMEMBERED = 5;

    /** AWS keeps an idle sandbox for minutes, without a guarantee; after this time it is assumed to be gone. */
    private static final Duration WARM_FOR = Duration.ofMinutes(2);

    private static final double WARM_FACTOR = 1.5;
    private static final double COLD_FACTOR = 1.25;
    private static final Duration MARGIN = Duration.ofMillis(200);

    /** Allowance for the process's first invocation, which loads classes and connects. */
    private static final Duration FIRST_TIME = Duration.ofMillis(300);

    private static final Duration MAX_LEAD = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<Group, Deque<Duration>> slowest = new HashMap<>();
    private final Map<Pool, Warm> warm = new HashMap<>();

    /** The time of a function from its invocation until it was ready. */
    record ReadyTime(Duration time, boolean cold) {}

    private record Group(String testbed, int memoryMb, int magnitude, boolean warm) {}

    private record Pool(URI service, int memoryMb) {}

    private record Warm(int sandboxes, Instant seen) {}

    public LeadEstimator(Clock clock) {
        this.clock = clock;
    }

    /** Time from the invocation to T0 for functions that are invoked now, all concurrently. */
    synchronized Duration lead(Testbed testbed, int memoryMb, int functions) {
        Duration guess = guess(testbed.limits(), functions);
        Duration cold = multiply(learned(testbed, memoryMb, functions, false), COLD_FACTOR);
        Duration expected = cold == null ? guess : cold;
        if (areWarm(testbed, memoryMb, functions)) {
            Duration warmed = multiply(learned(testbed, memoryMb, functions, true), WARM_FACTOR);
            // However slow new sandboxes were here, a warm one is ready before a new one usually is.
            expected = warmed == null ? min(expected, guess) : warmed;
        }
        return min(expected.plus(MARGIN), MAX_LEAD);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Records the times of a trial's functions that became ready. */
    synchronized void learn(Testbed testbed, int memoryMb, int functions, List<ReadyTime> times) {
        if (times.isEmpty()) {
            return;
        }
        Pool pool = new Pool(testbed.lambda().uri(), memoryMb);
        if (!areWarm(testbed, memoryMb, times.size() + 1)) {
            warm.put(pool, new Warm(times.size(), clock.instant()));
        }
        List<Duration> cold =
                times.stream().filter(ReadyTime::cold).map(ReadyTime::time).toList();
        boolean allWarm = cold.isEmpty();
        Duration slow =
                Collections.max(allWarm ? times.stream().map(ReadyTime::time).toList() : cold);
        Deque<Duration> last = slowest.computeIfAbsent(
                new Group(testbed.name(), memoryMb, magnitude(functions), allWarm), group -> new ArrayDeque<>());
        last.addLast(slow);
        if (last.size() > TRIALS_REMEMBERED) {
            last.removeFirst();
        }
    }

    /** Called when the testbed's functions were stopped: their sandboxes may be gone. */
    synchronized void forgetWarm(Testbed testbed) {
        URI service = testbed.lambda().uri();
        warm.keySet().removeIf(pool -> pool.service().equals(service));
    }

    private boolean areWarm(Testbed testbed, int memoryMb, int functions) {
        Warm pool = warm.get(new Pool(testbed.lambda().uri(), memoryMb));
        return pool != null
                && pool.sandboxes() >= functions
                && clock.instant().isBefore(pool.seen().plus(WARM_FOR));
    }

    private @Nullable Duration learned(Testbed testbed, int memoryMb, int functions, boolean areWarm) {
        Deque<Duration> last = slowest.get(new Group(testbed.name(), memoryMb, magnitude(functions), areWarm));
        return last == null ? null : Collections.max(last);
    }

    private Duration guess(TestbedLimits limits, int functions) {
        Duration start = limits.coldStart().plus(limits.coldStartPerFunction().multipliedBy(functions - 1L));
        return slowest.isEmpty() ? start.plus(FIRST_TIME) : start;
    }

    private static @Nullable Duration multiply(@Nullable Duration time, double factor) {
        return time == null ? null : Duration.ofNanos((long) (time.toNanos() * factor));
    }

    // 1, 2, 3-4, 5-8, 9-16, ...
    private static int magnitude(int functions) {
        return 32 - Integer.numberOfLeadingZeros(functions - 1);
    }
}
