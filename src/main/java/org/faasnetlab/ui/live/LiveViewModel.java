package org.faasnetlab.ui.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.chart.data.KnownLimits;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.Ticker;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State and actions of the live screen. At each tick a snapshot is taken in the background and published on the FX
 * thread; no second one is taken while one is pending, so that a busy window draws less often and never lags. All
 * methods are called on the FX thread.
 */
public final class LiveViewModel {
    /** Refresh interval of the screen. */
    public static final javafx.util.Duration PERIOD = javafx.util.Duration.millis(100);

    /**
     * What the analysis of a saved run found.
     *
     * @param trial index of the trial that it is about
     * @param found burst and baseline, to read that trial's timeline against
     */
    public record Judgement(Verdict verdict, int trial, List<ReferenceLine> found) {
        public Judgement {
            found = List.copyOf(found);
        }
    }

    /** Reads what limited a saved run. */
    @FunctionalInterface
    public interface JudgementReader {
        /** Empty if the run cannot be analyzed. */
        Optional<Judgement> read(String runId) throws StoreException;
    }

    /** The pause after a drawing, as a multiple of the time that it took: drawing takes at most a tenth of the time. */
    private static final int PAUSE_PER_DRAWING = 9;

    /** However long a drawing took, the next one is due after this: the first one also loads classes. */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(LiveViewModel.class);

    private final LiveModel model;
    private final Ticker ticker;
    private final Executor background;
    private final Executor fx;
    private final Navigation navigation;
    private final Consumer<String> openResults;
    private final JudgementReader judgements;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<LiveSnapshot> snapshot = new ReadOnlyObjectWrapper<>(LiveSnapshot.NONE);
    private final ObjectProperty<BandwidthUnit> unit = new SimpleObjectProperty<>(BandwidthUnit.AUTOMATIC);
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final ObservableSet<Integer> picked = FXCollections.observableSet();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper afterEachTrial = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Judgement> judgement = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding canStop = running.and(stopping.not());
    private final BooleanBinding empty =
            Bindings.createBooleanBinding(() -> snapshot.get().progress().phase() == RunPhase.NONE, snapshot);
    private final BooleanBinding preparing = Bindings.createBooleanBinding(
            () -> starting.get() || (running.get() && !showsActiveRun()), starting, running, snapshot);

    private final ReadOnlyBooleanWrapper canRunAgain = new ReadOnlyBooleanWrapper();
    private Consumer<RunRow> runAgain = run -> {};
    private final BooleanProperty published = new SimpleBooleanProperty();
    private BiFunction<TimelineData, Cell, TimelineData> withPublished = (timeline, cell) -> timeline;
    private @Nullable ActiveRun active;
    private boolean taking;
    private Instant nextDraw = Instant.EPOCH;
    private boolean firstDrawn;

    /**
     * @param background for work off the FX thread; a task may block, so it has more than one thread
     * @param fx runs tasks on the FX thread
     * @param openResults opens the run with an id on the results screen
     */
    public LiveViewModel(
            LiveModel model,
            Ticker ticker,
            Executor background,
            Executor fx,
            Navigation navigation,
            Consumer<String> openResults,
            JudgementReader judgements,
            Clock clock) {
        this.model = model;
        this.ticker = ticker;
        this.background = background;
        this.fx = fx;
        this.navigation = navigation;
        this.openResults = openResults;
        this.judgements = judgements;
        this.clock = clock;
    }

    /**
     * Shows a run that was started with this model as its listener.
     *
     * @param answers whether its functions report while they run
     */
    public void watch(ActiveRun run, ResponseMode answers) {
        active = run;
        afterEachTrial.set(answers == ResponseMode.BUFFERED);
        firstDrawn = false;
        picked.clear();
        follow.set(true);
        stopping.set(false);
        judgement.set(null);
        running.set(true);
        ticker.start(this::tick);
        run.ended().whenComplete((row, failure) -> fx.execute(() -> ended(run)));
    }

    /** Stops drawing because the window is closing. */
    public void close() {
        ticker.stop();
    }

    /** Cancels the run immediately. */
    public void stop() {
        ActiveRun run = active;
        if (run != null && canStop.get()) {
            stopping.set(true);
            background.execute(run::cancel);
        }
    }

    void openExperiment() {
        navigation.show(ScreenId.EXPERIMENT);
    }

    /** Whether the run that is shown can be repeated now. */
    ReadOnlyBooleanProperty canRunAgain() {
        return canRunAgain.getReadOnlyProperty();
    }

    /** Sets how a run is repeated, and when that is possible. */
    public void setRunAgain(Consumer<RunRow> action, ObservableValue<Boolean> possible) {
        runAgain = action;
        canRunAgain.bind(possible);
    }

    /** Measures the same plan again. */
    void runAgain() {
        RunRow run = snapshot.get().progress().run();
        if (run != null) {
            runAgain.accept(run);
        }
    }

    void openResults() {
        RunRow run = snapshot.get().progress().run();
        if (run != null) {
            openResults.accept(run.id());
        }
    }

    /** Starts or stops drawing a function as a separate line. */
    public void togglePick(int functionIndex) {
        LineColours.toggle(picked, functionIndex);
        nextDraw = Instant.EPOCH;
        take();
    }

    /** Called when the charts have drawn the snapshot. */
    void onDrawn() {
        LiveSnapshot shown = snapshot.get();
        RunRow run = shown.progress().run();
        if (firstDrawn || run == null || active == null || !run.id().equals(active.id())) {
            return;
        }
        if (shown.curves().hasPoints()) {
            firstDrawn = true;
            Duration latency = Duration.between(run.startedAt(), clock.instant());
            LOG.debug("Run {}: first interval on screen {} ms after the start", run.id(), latency.toMillis());
        }
    }

    public ReadOnlyObjectProperty<LiveSnapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The unit of bandwidth on the screen. */
    public ObjectProperty<BandwidthUnit> unit() {
        return unit;
    }

    /** Whether the charts show the whole trial while it grows; false while the user is zoomed in. */
    BooleanProperty follow() {
        return follow;
    }

    ObservableSet<Integer> picked() {
        return picked;
    }

    /** Whether a run is active; false only when all of it is stored. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether functions report only when they have finished, so that charts appear after each trial. */
    ReadOnlyBooleanProperty afterEachTrial() {
        return afterEachTrial.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    BooleanBinding canStop() {
        return canStop;
    }

    /** Whether no run has been started yet. */
    BooleanBinding empty() {
        return empty;
    }

    /** Sets whether a run was requested that has not been started yet. */
    public void setStarting(boolean now) {
        starting.set(now);
    }

    /** Whether a run is about to start, of which there is nothing to show yet. */
    BooleanBinding preparing() {
        return preparing;
    }

    /** What limited the run, as Results reports it; null until the run is over and analyzed. */
    ObservableValue<@Nullable Verdict> verdict() {
        return judgement.map(Judgement::verdict);
    }

    /**
     * The rates that the timeline is read against: links, limits of functions and servers, and at the end burst and
     * baseline.
     */
    private List<ReferenceLine> references() {
        ProgressSnapshot progress = snapshot.get().progress();
        if (progress.cell() == null) {
            return List.of();
        }
        List<ReferenceLine> lines =
                new ArrayList<>(KnownLimits.of(progress.cell(), model.progress().conditions()));
        Judgement judged = judgement.get();
        if (judged != null && judged.trial() == progress.trial()) {
            lines.addAll(judged.found());
        }
        return lines;
    }

    /** Whether published results are drawn over the timeline, as far as they are comparable. */
    BooleanProperty published() {
        return published;
    }

    /** Sets how published results are drawn over the timeline of a cell. */
    public void setPublishedResults(BiFunction<TimelineData, Cell, TimelineData> overlays) {
        withPublished = overlays;
    }

    /** The timeline with everything that it is read against. */
    TimelineData complete(TimelineData measured) {
        Cell cell = snapshot.get().progress().cell();
        TimelineData data = measured.withReferences(references());
        return cell != null && published.get() ? withPublished.apply(data, cell) : data;
    }

    private boolean showsActiveRun() {
        RunRow run = snapshot.get().progress().run();
        return run != null && active != null && run.id().equals(active.id());
    }

    private void tick() {
        take();
        if (!running.get() && snapshot.get().progress().phase() == RunPhase.FINISHED) {
            ticker.stop();
        }
    }

    private void take() {
        if (taking || clock.instant().isBefore(nextDraw)) {
            return;
        }
        taking = true;
        Set<Integer> lines = Set.copyOf(picked);
        background.execute(() -> {
            LiveSnapshot taken = model.snapshot(lines);
            fx.execute(() -> publish(taken));
        });
    }

    /**
     * Draws the snapshot. What that takes decides when the next one is drawn: a busy computer, whose processors the
     * functions need, is drawn on less often.
     */
    private void publish(LiveSnapshot taken) {
        Instant begun = clock.instant();
        snapshot.set(taken);
        // The chart is drawn after the listeners of the snapshot have run.
        fx.execute(() -> {
            taking = false;
            Instant drawn = clock.instant();
            Duration pause = Duration.between(begun, drawn).multipliedBy(PAUSE_PER_DRAWING);
            nextDraw = drawn.plus(pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE);
        });
    }

    private void ended(ActiveRun run) {
        if (run == active) {
            running.set(false);
            stopping.set(false);
            background.execute(() -> readVerdict(run));
        }
    }

    private void readVerdict(ActiveRun of) {
        try {
            Optional<Judgement> read = judgements.read(of.id());
            fx.execute(() -> {
                if (of == active) {
                    judgement.set(read.orElse(null));
                }
            });
        } catch (StoreException e) {
            LOG.warn("Cannot analyze run {}", of.id(), e);
        }
    }
}
