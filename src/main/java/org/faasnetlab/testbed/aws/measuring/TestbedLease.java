package org.faasnetlab.testbed.aws.measuring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.format.DurationFormatter;

/** The time until a testbed's servers terminate, which may be extended while it is used. */
public final class TestbedLease {

    /** Queries AWS for the end of the lease. */
    @FunctionalInterface
    public interface Query {
        Instant end() throws LabException;
    }

    private final String testbed;
    private final Query query;
    private final Clock clock;
    private Instant end;

    /** @param end the end when the testbed was opened; the query is used only if it is too early */
    public TestbedLease(String testbed, Instant end, Query query, Clock clock) {
        this.testbed = testbed;
        this.end = end;
        this.query = query;
        this.clock = clock;
    }

    /**
     * Requires that the servers run long enough.
     *
     * @param what subject of the sentence, for example {@code The run}
     * @throws LabException if they do not
     */
    synchronized void require(String what, Duration time) throws LabException {
        Instant now = clock.instant();
        if (now.plus(time).isAfter(end)) {
            end = query.end();
        }
        if (now.plus(time).isAfter(end)) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    what + " takes about " + DurationFormatter.format(time) + ", but the lease of testbed " + testbed
                            + (now.isBefore(end)
                                    ? " ends in " + DurationFormatter.format(Duration.between(now, end)) + "."
                                    : " has expired."),
                    now.isBefore(end)
                            ? "Extend the lease with 'faasnetlab aws extend " + testbed + " --by 1h', or measure less."
                            : "Delete the testbed and create it again.");
        }
    }
}
