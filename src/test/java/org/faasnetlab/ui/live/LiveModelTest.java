package org.faasnetlab.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.faasnetlab.chart.timeline.DirectionCurves;
import org.faasnetlab.chart.timeline.MetricCurve;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.run.progress.FailureGroup;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.run.progress.FunctionState;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.ui.RunScript;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;

class LiveModelTest {
    private final ManualClock clock = new ManualClock(RunScript.T0.minusSeconds(1));
    private final LiveModel model = new LiveModel(clock);

    @Test
    void withoutARunThereIsNothing() {
        assertThat(model.snapshot(Set.of())).isEqualTo(LiveSnapshot.NONE);
    }

    @Test
    void functionStatesFollowRecords() {
        RunScript script = run(6, 1).startTrial(0);
        script.retried(1).ready(2, true).ready(3, false).started(3, 20).interval(3, 20, 600);
        script.failed(4, FailureReason.SERVER_BUSY, "The iperf3 server is busy.");
        script.ready(5, false).started(5, 10).finished(5, 10, 1000, 1_000_000);
        assertThat(snapshot().functions())
                .extracting(FunctionSnapshot::state)
                .containsExactly(
                        FunctionState.INVOKING,
                        FunctionState.RETRYING,
                        FunctionState.READY,
                        FunctionState.TRANSFERRING,
                        FunctionState.FAILED,
                        FunctionState.FINISHED);
        assertThat(snapshot().functions())
                .extracting(FunctionSnapshot::cold)
                .containsExactly(null, null, true, false, null, false);
    }

    @Test
    void retransmitsOfTheTrialAreAddedUp() {
        RunScript script = run(2, 2).startTrial(0).started(0, 0).started(1, 0);
        script.retransmitted(0, 0, 3).retransmitted(1, 0, 4).retransmitted(0, 100, 5);

        MetricCurve transport = Objects.requireNonNull(snapshot().transport());
        assertThat(transport.metric()).isEqualTo(Metrics.RETRANSMITS);
        assertThat(transport.curve().y(0)).isEqualTo(7);
        assertThat(transport.curve().y(1)).isEqualTo(5);
    }

    @Test
    void roundTripTimesOfTheTrialAreItsLatency() {
        RunScript script = run(2, 2).startTrial(0).started(0, 0).started(1, 0);
        assertThat(snapshot().latency().size()).isZero();
        script.probed(0, 0, 20).probed(1, 0, 30).probed(0, 100, 40);
        assertThat(snapshot().latency().size()).isEqualTo(2);
        assertThat(snapshot().latency().y(0)).isCloseTo(25, within(1e-9));

        script.finished(0, 0, 1000, 1_000_000).finished(1, 0, 1000, 1_000_000).endTrial();
        script.startTrial(1);
        assertThat(snapshot().latency().size()).isZero();
    }

    @Test
    void resumedRunIsFollowedByTrialPosition() {
        RunScript script = new RunScript(model.progress(), 1, 1, 4).from(7).startRun();
        script.startTrial(7).started(0, 0).finished(0, 0, 1000, 1_000_000).endTrial();
        script.startTrial(8);

        ProgressSnapshot progress = snapshot().progress();
        assertThat(progress.trial()).isEqualTo(1);
        assertThat(progress.trials()).isEqualTo(4);
        assertThat(progress.overall()).isCloseTo(0.25, within(0.001));
    }

    @Test
    void concurrentDirectionsAreNotAddedUp() {
        RunScript script = new RunScript(model.progress(), 2, 1, 1)
                .going(Direction.BOTH)
                .startRun()
                .startTrial(0);
        script.started(0, 0).interval(0, 0, 600).started(1, 0).interval(1, 0, 400);

        LiveStatistics numbers = snapshot().numbers();
        assertThat(numbers.peak()).isNull();
        assertThat(numbers.rates())
                .extracting(DirectionRates::direction)
                .containsExactly(Direction.DOWNLOAD, Direction.UPLOAD);
        assertThat(numbers.rates())
                .extracting(rates -> megabits(rates.aggregate()))
                .containsExactly(600.0, 400.0);

        script.finished(0, 0, 100, 7_500_000).finished(1, 0, 100, 5_000_000).endTrial();
        assertThat(snapshot().numbers().rates())
                .extracting(rates -> Math.round(megabits(rates.aggregate())))
                .containsExactly(600L, 400L);
    }

    @Test
    void eachDirectionIsDrawnSeparately() {
        RunScript script = new RunScript(model.progress(), 4, 1, 1)
                .going(Direction.BOTH)
                .startRun()
                .startTrial(0);
        for (int functionIndex = 0; functionIndex < 4; functionIndex++) {
            script.started(functionIndex, 0).interval(functionIndex, 0, 100 * (functionIndex + 1));
        }
        assertThat(snapshot().directions())
                .extracting(DirectionCurves::direction)
                .extracting(Phrase::toString)
                .containsExactly("download", "upload");
        assertThat(snapshot().directions())
                .extracting(curves -> Math.round(curves.aggregate().y(0) / 1e6))
                .containsExactly(300L, 700L);

        run(2, 1).startTrial(0).started(0, 0).interval(0, 0, 500);
        assertThat(snapshot().directions()).isEmpty();
    }

    @Test
    void bothDirectionsAreStatedOverTheCommonWindowOfAllFunctions() {
        RunScript script = new RunScript(model.progress(), 2, 1, 1)
                .going(Direction.BOTH)
                .startRun()
                .startTrial(0);
        for (int tenth = 0; tenth < 10; tenth++) {
            script.interval(0, tenth * 100, tenth < 5 ? 600 : 200);
            if (tenth < 5) {
                script.interval(1, tenth * 100, 400);
            }
        }
        script.finished(1, 0, 500, 25_000_000).finished(0, 0, 1000, 50_000_000).endTrial();
        assertThat(snapshot().numbers().rates())
                .extracting(rates -> Math.round(megabits(rates.aggregate())))
                .containsExactly(600L, 400L);
    }

    @Test
    void failedFunctionIsNotSampleOfZero() {
        RunScript script = run(3, 1).startTrial(0);
        script.started(0, 0).interval(0, 0, 600);
        script.started(1, 0).interval(1, 0, 600);
        script.started(2, 0).interval(2, 0, 600).failed(2, FailureReason.TRANSFER_BROKEN, "Broken.");
        LiveStatistics numbers = snapshot().numbers();
        assertThat(megabits(numbers.rates().get(0).median())).isEqualTo(600);
        assertThat(megabits(numbers.rates().get(0).low())).isEqualTo(600);
        assertThat(megabits(numbers.rates().get(0).aggregate())).isEqualTo(1200);
    }

    @Test
    void failedFunctionStaysFailedAfterLateEvents() {
        RunScript script = run(1, 1).startTrial(0).started(0, 0).interval(0, 0, 600);
        script.failed(0, FailureReason.TRANSFER_BROKEN, "Broken.").finished(0, 0, 1000, 75_000_000);
        assertThat(snapshot().functions())
                .containsExactly(new FunctionSnapshot(
                        0, Direction.DOWNLOAD, FunctionState.FAILED, null, null, 7_500_000, 0L, null, 100_000, null));
        assertThat(snapshot().numbers().rates().get(0).median()).isNull();
    }

    @Test
    void aFailedFunctionDoesNotNarrowTheCommonWindow() {
        RunScript script = run(2, 1).startTrial(0).started(0, 0);
        for (int tenth = 0; tenth < 10; tenth++) {
            script.interval(0, tenth * 100, 500);
        }
        script.started(1, 600).interval(1, 600, 500).failed(1, FailureReason.TRANSFER_BROKEN, "Broken.");
        script.finished(0, 0, 1000, 62_500_000).endTrial();
        assertThat(snapshot().numbers().commonWindowMicros()).isEqualTo(1_000_000);
        assertThat(megabits(snapshot().numbers().rates().get(0).aggregate())).isCloseTo(500, within(0.001));
    }

    @Test
    void theAggregateDoesNotDipAtItsHead() {
        RunScript script = run(2, 1).startTrial(0);
        for (int tenth = 0; tenth < 10; tenth++) {
            script.interval(0, tenth * 100, 500);
            if (tenth < 7) {
                script.interval(1, tenth * 100, 500);
            }
        }
        TrialCurves curves = snapshot().curves();
        assertThat(curves.aggregate().size()).isEqualTo(7);
        for (int point = 0; point < 7; point++) {
            assertThat(curves.aggregate().y(point)).isCloseTo(1e9, within(1.0));
        }
        assertThat(curves.lines().get(0).curve().size()).isEqualTo(10);
    }

    @Test
    void silentFunctionDoesNotBlockOthersForever() {
        RunScript script = run(2, 1).startTrial(0);
        script.interval(1, 0, 500);
        for (int tenth = 0; tenth < 50; tenth++) {
            script.interval(0, tenth * 100, 500);
        }
        assertThat(snapshot().curves().aggregate().size()).isEqualTo(50);
    }

    @Test
    void lateIntervalIsDrawnAtItsTime() {
        RunScript script = run(2, 1).startTrial(0);
        for (int tenth = 0; tenth < 50; tenth++) {
            script.interval(0, tenth * 100, 500);
        }
        assertThat(snapshot().curves().band().middle().y(10)).isCloseTo(500e6, within(100.0));
        for (int tenth = 0; tenth < 50; tenth++) {
            script.interval(1, tenth * 100, 300);
        }
        TrialCurves curves = snapshot().curves();
        assertThat(curves.aggregate().y(10)).isCloseTo(800e6, within(100.0));
        assertThat(curves.band().middle().y(10)).isCloseTo(400e6, within(100.0));
    }

    @Test
    void onlyPickedFunctionsAreLinesAboveTwenty() {
        RunScript script = run(25, 1).startTrial(0);
        for (int functionIndex = 0; functionIndex < 25; functionIndex++) {
            script.interval(functionIndex, 0, 100 + functionIndex);
        }
        LiveSnapshot snapshot = model.snapshot(Set.of(3, 7));
        assertThat(snapshot.drawsBand()).isTrue();
        assertThat(snapshot.curves().lines())
                .extracting(TrialCurves.FunctionCurve::functionIndex)
                .containsExactly(3, 7);
        assertThat(snapshot.curves().band().middle().y(0)).isCloseTo(112e6, within(100.0));
        assertThat(snapshot.curves().band().low().y(0)).isCloseTo(101.2e6, within(100.0));
        assertThat(snapshot.curves().band().high().y(0)).isCloseTo(122.8e6, within(100.0));
    }

    @Test
    void startSpreadAndCommonWindowAreKnownWhileFunctionsSend() {
        RunScript script = run(2, 1).startTrial(0);
        script.started(0, 10).interval(0, 10, 500);
        assertThat(snapshot().numbers().commonWindowMicros()).isNull();
        script.started(1, 50).interval(1, 50, 500).interval(0, 110, 500);
        assertThat(snapshot().numbers().startSpreadMicros()).isEqualTo(39_200);
        assertThat(snapshot().numbers().commonWindowMicros()).isEqualTo(100_000);
    }

    @Test
    void aggregateAfterTrialIsMeanOverCommonWindow() {
        RunScript script = run(2, 1).startTrial(0);
        for (int tenth = 0; tenth < 10; tenth++) {
            script.interval(0, tenth * 100, 500).interval(1, tenth * 100 + 300, 500);
        }
        script.finished(0, 0, 1000, 62_500_000)
                .finished(1, 300, 1000, 62_500_000)
                .endTrial();
        LiveStatistics numbers = snapshot().numbers();
        assertThat(numbers.commonWindowMicros()).isEqualTo(700_000);
        assertThat(megabits(numbers.rates().get(0).aggregate())).isCloseTo(1000, within(0.001));
    }

    @Test
    void failuresAreGroupedByReasonOverTheWholeRun() {
        RunScript script = run(3, 2).startTrial(0);
        script.failed(0, FailureReason.SERVER_BUSY, "The first sentence.");
        script.failed(1, FailureReason.CANCELLED, "Stopped.").endTrial().startTrial(1);
        script.failed(2, FailureReason.SERVER_BUSY, "The second sentence.");
        assertThat(snapshot().failures())
                .containsExactly(new FailureGroup(FailureReason.SERVER_BUSY, 2, "The first sentence."));
    }

    @Test
    void stoppedFunctionIsNotFailure() {
        run(1, 1).startTrial(0).started(0, 0).failed(0, FailureReason.CANCELLED, "Stopped.");
        assertThat(snapshot().numbers().count(FunctionState.STOPPED)).isEqualTo(1);
        assertThat(snapshot().failures()).isEmpty();
    }

    @Test
    void functionsOfATrialThatCouldNotBePreparedWereNeverStarted() {
        run(2, 1).startTrial(0).endTrial();
        assertThat(snapshot().numbers().count(FunctionState.NOT_STARTED)).isEqualTo(2);
        assertThat(snapshot().numbers().count(FunctionState.INVOKING)).isZero();
    }

    @Test
    void progressAndRemainingTimeFollowClock() {
        RunScript script = run(1, 3).startTrial(0);
        clock.move(Duration.ofSeconds(7));
        ProgressSnapshot first = snapshot().progress();
        assertThat(first.elapsed()).isEqualTo(Duration.ofSeconds(6));
        assertThat(first.fraction()).isEqualTo(0.6);
        assertThat(first.left()).isEqualTo(Duration.ofSeconds(4 + 2 * 12));
        clock.move(Duration.ofSeconds(6));
        script.endTrial();
        assertThat(snapshot().progress().phase()).isEqualTo(RunPhase.PAUSED);
        assertThat(snapshot().progress().left()).isEqualTo(Duration.ofSeconds(2 * (13 + 2)));
    }

    @Test
    void preparationDoesNotEatTheTimeThatTheTransferTakes() {
        run(1, 1).startTrial(0).ready(0, true);
        clock.move(Duration.ofSeconds(8));
        assertThat(snapshot().progress().left()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void progressIsTheTimeThatTheFunctionsHaveMeasured() {
        RunScript script = run(2, 1).startTrial(0).ready(0, true).ready(1, true);
        script.started(0, 0).interval(0, 0, 500).interval(0, 100, 500);
        clock.move(Duration.ofSeconds(9));
        ProgressSnapshot progress = snapshot().progress();
        // One function has measured 0.2 s and the other has not begun, although 8 s have passed since T0.
        assertThat(progress.elapsed()).isEqualTo(Duration.ofMillis(100));
        assertThat(progress.fraction()).isEqualTo(0.01);
        assertThat(progress.left()).isEqualTo(Duration.ofSeconds(10));
        for (int tenth = 0; tenth < 66; tenth++) {
            script.interval(0, tenth * 100, 500).interval(1, tenth * 100, 500);
        }
        assertThat(snapshot().progress().left()).isEqualTo(Duration.ofMillis(3400));
    }

    @Test
    void theEndOfTheRunKeepsTheLastTrial() {
        RunScript script = run(1, 1).startTrial(0).interval(0, 0, 500).endTrial();
        script.endRun(RunStatus.FAILED, "iperf3 is missing.");
        LiveSnapshot snapshot = snapshot();
        assertThat(snapshot.progress().phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(snapshot.progress().run().message()).isEqualTo("iperf3 is missing.");
        assertThat(snapshot.curves().hasPoints()).isTrue();
        assertThat(snapshot.progress().left()).isNull();
    }

    @Test
    void noIntervalOfAThousandFunctionsIsLost() {
        int functions = 1000;
        RunScript script = run(functions, 1).startTrial(0);
        for (int tenth = 0; tenth < 700; tenth++) {
            for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                script.interval(functionIndex, tenth * 100, 80);
            }
            if (tenth % 100 == 0) {
                snapshot();
            }
        }
        LiveSnapshot snapshot = snapshot();
        assertThat(snapshot.functions()).allMatch(line -> line.bytes() == 700 * 1_000_000L);
        assertThat(snapshot.curves().aggregate().size()).isEqualTo(350);
        for (int point = 0; point < 350; point++) {
            assertThat(snapshot.curves().aggregate().y(point)).isCloseTo(80e9, within(1e5));
        }
    }

    private RunScript run(int functions, int trials) {
        return new RunScript(model.progress(), functions, 10, trials).startRun();
    }

    private LiveSnapshot snapshot() {
        return model.snapshot(Set.of());
    }

    private static double megabits(Bandwidth bandwidth) {
        return bandwidth.megabitsPerSecond();
    }
}
