package org.faasnetlab.ui.results;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunRowBuilder;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.SampleRuns;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.TrialRowBuilder;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.CurrentRun;
import org.faasnetlab.ui.common.FakeLab;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.TestbedSession;

/** Runs as a test needs them beside the samples. */
final class KeptRuns {
    private KeptRuns() {}

    /** A run without trials that ended as is said. */
    static RunRow row(String id, String title, RunStatus status, Instant startedAt, String message) {
        return RunRowBuilder.like(SampleRuns.lambdaBurst().run())
                .id(id)
                .from(startedAt, Duration.ofSeconds(30))
                .status(status)
                .title(title)
                .message(message)
                .row();
    }

    /** 16 functions of a sample, of which half download while the other half uploads. */
    static RunData bothWays() {
        RunData sample = SampleRuns.sharedHost();
        TrialRow both = TrialRowBuilder.like(sample.trials().get(0))
                .direction(Direction.BOTH)
                .row();
        return new RunData(sample.run(), List.of(both), sample.functions(), sample.intervals());
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

    /**
     * Goes on with runs of a lab without a testbed.
     *
     * @param opened takes the plans that are opened as experiments
     */
    static RunAgain again(Path folder, List<ExperimentPlan> opened) {
        FakeLab lab = new FakeLab(folder);
        BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
        return new RunAgain(
                lab,
                new TestbedSession(lab, tasks),
                new CurrentRun(tasks),
                tasks,
                new Navigation(),
                () -> event -> {},
                opened::add);
    }

    static StoreException locked() {
        return new StoreException(
                StoreException.Problem.LOCKED,
                "Another instance has the runs open.",
                "Close the other instance.",
                new IOException("locked"));
    }
}
