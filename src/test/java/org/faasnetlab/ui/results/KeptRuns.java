package org.faasnetlab.ui.results;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.SampleRuns;
import org.faasnetlab.store.StoreException;

/** Runs as a test needs them beside the samples. */
final class KeptRuns {
    private KeptRuns() {}

    /** A run without trials that ended as is said. */
    static RunRow row(String id, String title, RunStatus status, Instant startedAt, String message) {
        RunRow like = SampleRuns.lambdaBurst().run();
        return new RunRow(
                id,
                startedAt,
                startedAt.plusSeconds(30),
                status,
                like.preset(),
                title,
                like.testbed(),
                true,
                like.settings(),
                like.environment(),
                message);
    }

    /** 64 functions of a sample that go on for ten minutes. */
    static RunData tenMinutes() {
        RunData sample = SampleRuns.manyFunctions();
        List<FunctionInterval> intervals = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            long later = Duration.ofSeconds(10L * minute).toNanos() / 1000;
            for (FunctionInterval one : sample.intervals()) {
                Interval interval = one.interval();
                intervals.add(new FunctionInterval(
                        one.trial(),
                        one.worker(),
                        new Interval(
                                interval.offsetMicros() + later,
                                interval.durationMicros(),
                                interval.bytes(),
                                interval.retransmits())));
            }
        }
        return new RunData(sample.run(), sample.trials(), sample.functions(), intervals);
    }

    static StoreException locked() {
        return new StoreException(
                StoreException.Problem.LOCKED,
                "Another instance has the runs open.",
                "Close the other instance.",
                new IOException("locked"));
    }
}
