package org.faasnetlab.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.run.progress.FunctionState;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.chart.SampleCharts;
import org.faasnetlab.testing.ui.ManualTicker;
import org.faasnetlab.testing.ui.RunScript;
import org.faasnetlab.testing.ui.ScriptedRun;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.junit.jupiter.api.Test;

class LiveViewModelTest {
    private final LiveModel model = new LiveModel(Clock.systemUTC());
    private final ManualTicker ticker = new ManualTicker();
    private final List<Runnable> background = new ArrayList<>();
    private final Navigation navigation = new Navigation();
    private Verdict verdict;
    private final List<String> openedRuns = new ArrayList<>();
    private final ManualClock clock = new ManualClock(RunScript.T0);
    private final ScriptedRun run = new ScriptedRun();
    private final LiveViewModel viewModel = new LiveViewModel(
            model,
            ticker,
            background::add,
            Runnable::run,
            navigation,
            openedRuns::add,
            id -> Optional.ofNullable(verdict).map(known -> new LiveViewModel.Judgement(known, 0, List.of())),
            clock);

    @Test
    void initiallyNothingIsShown() {
        assertThat(viewModel.empty().get()).isTrue();
        assertThat(viewModel.canStop().get()).isFalse();
    }

    @Test
    void aTickPublishesWhatTheModelKnows() {
        watchSending();
        tickAndTake();
        assertThat(viewModel.empty().get()).isFalse();
        assertThat(viewModel.snapshot().get().numbers().count(FunctionState.TRANSFERRING))
                .isEqualTo(1);
    }

    @Test
    void aBusyComputerIsDrawnOnLessOften() {
        viewModel.snapshot().addListener((property, before, now) -> clock.move(Duration.ofMillis(40)));
        watchSending();
        tickAndTake();

        clock.move(Duration.ofMillis(350));
        ticker.tick();
        assertThat(background).isEmpty();

        clock.move(Duration.ofMillis(20));
        ticker.tick();
        assertThat(background).hasSize(1);
    }

    @Test
    void afterASlowDrawingTheNextOneIsDueWithinASecond() {
        viewModel.snapshot().addListener((property, before, now) -> clock.move(Duration.ofMillis(800)));
        watchSending();
        tickAndTake();

        clock.move(Duration.ofMillis(990));
        ticker.tick();
        assertThat(background).isEmpty();

        clock.move(Duration.ofMillis(10));
        ticker.tick();
        assertThat(background).hasSize(1);
    }

    @Test
    void noSecondSnapshotIsTakenWhileOneIsPending() {
        watchSending();
        ticker.tick();
        ticker.tick();
        assertThat(background).hasSize(1);
    }

    @Test
    void stopCancelsOnceAndShowsNotice() {
        watchSending();
        viewModel.stop();
        viewModel.stop();
        background.forEach(Runnable::run);
        assertThat(run.cancels()).isEqualTo(1);
        assertThat(viewModel.stopping().get()).isTrue();
        assertThat(viewModel.canStop().get()).isFalse();
    }

    @Test
    void theTickerStopsWhenTheEndHasBeenShown() {
        RunScript script = watchSending();
        run.end();
        tickAndTake();
        assertThat(ticker.runs()).isTrue();
        script.endRun(RunStatus.COMPLETED, null);
        tickAndTake();
        ticker.tick();
        assertThat(ticker.runs()).isFalse();
        assertThat(viewModel.running().get()).isFalse();
        assertThat(viewModel.snapshot().get().progress().phase()).isEqualTo(RunPhase.FINISHED);
    }

    @Test
    void theEndOfAnEarlierRunDoesNotEndTheOneThatIsWatched() {
        watchSending();
        viewModel.watch(new ScriptedRun(), ResponseMode.STREAMED);
        run.end();
        assertThat(viewModel.running().get()).isTrue();
    }

    @Test
    void noticeIsShownWhenChartsAppearAfterEachTrial() {
        viewModel.watch(run, ResponseMode.BUFFERED);
        assertThat(viewModel.afterEachTrial().get()).isTrue();

        viewModel.watch(new ScriptedRun(), ResponseMode.STREAMED);
        assertThat(viewModel.afterEachTrial().get()).isFalse();
    }

    @Test
    void pickedFunctionsAreLimitedByColours() {
        for (int functionIndex = 0; functionIndex < 20; functionIndex++) {
            viewModel.togglePick(functionIndex);
        }
        int most = viewModel.picked().size();
        assertThat(most).isBetween(3, 10);
        viewModel.togglePick(0);
        assertThat(viewModel.picked()).hasSize(most - 1).doesNotContain(0);
    }

    @Test
    void limitsOfTheTestbedAreReferencesFromTheStart() {
        Bandwidth cap = Bandwidth.ofMegabits(600);
        Bandwidth servers = Bandwidth.ofMegabits(500);
        viewModel.watch(run, ResponseMode.STREAMED);
        new RunScript(model.progress(), 2, 10, 1)
                .on(new TrialConditions(servers, cap, true))
                .startRun()
                .startTrial(0);
        tickAndTake();

        assertThat(viewModel.complete(SampleCharts.timeline()).references())
                .extracting(ReferenceLine::bandwidth)
                .containsExactly(cap, servers, Bandwidth.ofMegabits(1200));
    }

    @Test
    void publishedResultsAreDrawnWhenTheUserWantsThem() {
        PublishedOverlay overlay =
                new PublishedOverlay("2019", new Curve(new double[] {0}, new double[] {6e8}), "a book");
        viewModel.setPublishedResults((timeline, cell) -> timeline.withOverlays(List.of(overlay)));
        assertThat(viewModel.complete(SampleCharts.timeline()).overlays()).isEmpty();
        watchSending();
        tickAndTake();
        assertThat(viewModel.complete(SampleCharts.timeline()).overlays()).isEmpty();

        viewModel.published().set(true);

        assertThat(viewModel.complete(SampleCharts.timeline()).overlays()).containsExactly(overlay);
    }

    @Test
    void linkedScreensAreOpened() {
        watchSending();
        tickAndTake();
        viewModel.openExperiment();
        viewModel.openResults();
        assertThat(navigation.current().get()).isEqualTo(ScreenId.EXPERIMENT);
        assertThat(openedRuns).containsExactly("20261123-104210-k3f9");
    }

    private RunScript watchSending() {
        viewModel.watch(run, ResponseMode.STREAMED);
        return new RunScript(model.progress(), 1, 10, 1)
                .startRun()
                .startTrial(0)
                .interval(0, 0, 100);
    }

    private void tickAndTake() {
        ticker.tick();
        List.copyOf(background).forEach(Runnable::run);
        background.clear();
    }
}
