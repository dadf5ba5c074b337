package org.faasnetlab.testing.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.results.ResumeViewModel;

/** Sample runs for tests of the results screen. */
public final class ResultSamples {
    private ResultSamples() {}

    /** A run without trials that has the given status. */
    public static RunRow row(String id, String title, RunStatus status, Instant startedAt, String message) {
        return RunRowBuilder.like(SampleRuns.lambdaBurst().run())
                .id(id)
                .from(startedAt, Duration.ofSeconds(30))
                .status(status)
                .title(title)
                .message(message)
                .row();
    }

    /** 16 functions of a sample, of which half download while the other half uploads. */
    public static RunData bothDirections() {
        RunData sample = SampleRuns.sharedHost();
        TrialRow both = TrialRowBuilder.like(sample.trials().get(0))
                .direction(Direction.BOTH)
                .row();
        return new RunData(sample.run(), List.of(both), sample.functions(), sample.intervals());
    }

    /** 64 functions of a sample that transfer for ten minutes. */
    public static RunData tenMinutes() {
        RunData sample = SampleRuns.manyFunctions();
        List<StoredInterval> intervals = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            long later = Duration.ofSeconds(10L * minute).toNanos() / 1000;
            for (StoredInterval stored : sample.intervals()) {
                Interval interval = stored.interval();
                intervals.add(new StoredInterval(
                        stored.trial(),
                        stored.functionIndex(),
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
     * Resumes runs of a lab without a testbed.
     *
     * @param opened receives the plans that are opened as experiments
     */
    public static ResumeViewModel again(Path folder, List<ExperimentPlan> opened) {
        FakeLabWithStore lab = new FakeLabWithStore(folder);
        BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
        return new ResumeViewModel(
                lab,
                new TestbedSession(lab, tasks),
                new CurrentRun(tasks),
                tasks,
                new Navigation(),
                () -> new RunProgress(Clock.systemUTC()),
                opened::add,
                () -> {},
                plan -> {});
    }

    public static StoreException locked() {
        return new StoreException(
                StoreException.Problem.LOCKED,
                Phrase.of("Another instance has the runs open."),
                Phrase.of("Close the other instance."),
                new IOException("locked"));
    }
}
