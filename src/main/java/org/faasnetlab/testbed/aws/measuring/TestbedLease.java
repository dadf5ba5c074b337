package org.faasnetlab.testbed.aws.measuring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.format.Phrase;

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
    synchronized void require(Phrase what, Duration time) throws LabException {
        Instant now = clock.instant();
        if (now.plus(time).isAfter(end)) {
            end = query.end();
        }
        if (now.plus(time).isAfter(end)) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    now.isBefore(end)
                            ? Phrase.of(
                                    "{0} takes about {1}, but the lease of testbed {2} ends in {3}.",
                                    what,
                                    DurationFormatter.format(time),
                                    testbed,
                                    DurationFormatter.format(Duration.between(now, end)))
                            : Phrase.of(
                                    "{0} takes about {1}, but the lease of testbed {2} has expired.",
                                    what, DurationFormatter.format(time), testbed),
                    now.isBefore(end)
                            ? Phrase.of(
                                    "Extend the lease with 'faasnetlab aws extend {0} --by 1h', or measure less.",
                                    testbed)
                            : Phrase.of("Delete the testbed and create it again."));
        }
    }
}
