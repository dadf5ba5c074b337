package org.faasnetlab.ui.results;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.DrawableMetrics;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.factor.TrialFactor;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.BackgroundTask;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The visible chart of the selected run. Only this chart is created, and recreated when its data or options change. A
 * chart of a whole run is created in the background from summaries of the trials, without reading intervals; one of
 * another metric than bandwidth is read in the background.
 */
final class ChartsViewModel {

    /** A chart that is made in the background. */
    private record Wanted(
            ChartKind kind,
            RunRow run,
            @Nullable TrialRow trial,
            Metric metric,
            @Nullable TrialFactor factor,
            BackgroundTask.Work<ChartData> job) {

        /** Whether another chart shows the same, perhaps of more data. */
        boolean replaces(Wanted other) {
            return kind == other.kind
                    && run.equals(other.run)
                    && Objects.equals(trial, other.trial)
                    && metric.equals(other.metric)
                    && factor == other.factor;
        }
    }

    private final ResultsViewModel model;
    private final ObjectProperty<ChartKind> kind = new SimpleObjectProperty<>(ChartKind.TIMELINE);
    private final ObservableList<Metric> metrics = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Metric> metric = new SimpleObjectProperty<>();
    private final ObservableList<TrialFactor> factors = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable TrialFactor> factor = new SimpleObjectProperty<>();
    private final BooleanProperty published = new SimpleBooleanProperty();
    private final BooleanProperty withInvalid = new SimpleBooleanProperty();
    private final Map<ChartKind, BooleanProperty> logAxes = new EnumMap<>(ChartKind.class);
    private @Nullable Wanted wanted;
    private boolean making;

    ChartsViewModel(ResultsViewModel model) {
        this.model = model;
        for (ChartKind each : ChartKind.values()) {
            BooleanProperty logAxis = new SimpleBooleanProperty();
            logAxis.addListener((property, before, now) -> renew());
            logAxes.put(each, logAxis);
        }
        kind.addListener((property, before, now) -> renewAll());
        model.details().addListener((property, before, now) -> renewAll());
        metric.addListener((property, before, now) -> renewAll());
        factor.addListener((property, before, now) -> renewAll());
        published.addListener((property, before, now) -> renew());
        withInvalid.addListener((property, before, now) -> renew());
        model.trial().addListener((property, before, now) -> renew());
        InvalidationListener changed = observable -> renew();
        model.summaries().arrived().addListener(changed);
        model.picked().addListener(changed);
        model.verdict().findings().addListener(changed);
        // The run may have been read before this listener was added.
        renew();
    }

    private void renewAll() {
        model.currentChart().set(null);
        renew();
    }

    /** The kind of the visible chart. */
    ObjectProperty<ChartKind> kind() {
        return kind;
    }

    /** The metrics among which the visible chart has a choice, its usual one first; empty if it has none. */
    ObservableList<Metric> metrics() {
        return metrics;
    }

    /** The chosen metric, or null. Without it, and if the chart cannot show it, the chart shows its usual one. */
    ObjectProperty<@Nullable Metric> metric() {
        return metric;
    }

    /** The factors among which a chart by factor has a choice. */
    ObservableList<TrialFactor> factors() {
        return factors;
    }

    /** The chosen factor, which a run that does not vary it ignores; null for the one that varies most. */
    ObjectProperty<@Nullable TrialFactor> factor() {
        return factor;
    }

    /** The factor on the axis; null if the run varies none. */
    @Nullable
    TrialFactor shownFactor() {
        TrialFactor chosen = factor.get();
        RunDetails details = model.details().get();
        if (chosen != null && factors.contains(chosen)) {
            return chosen;
        }
        return details == null || factors.isEmpty() ? null : TrialFactor.mostVaried(details.trials());
    }

    /** The metric of the visible chart. */
    Metric shownMetric() {
        Metric chosen = metric.get();
        if (chosen != null && metrics.contains(chosen)) {
            return chosen;
        }
        return metrics.isEmpty() ? Metrics.BANDWIDTH : metrics.get(0);
    }

    /** Whether a kind of chart has logarithmic axes where they make sense, in every run. */
    BooleanProperty logAxis(ChartKind of) {
        return Objects.requireNonNull(logAxes.get(of));
    }

    /** Whether invalid trials count in charts of the whole run. */
    BooleanProperty withInvalid() {
        return withInvalid;
    }

    /** Whether published results are drawn over charts with matching axes. */
    BooleanProperty published() {
        return published;
    }

    /** The timeline of a trial with the current options. */
    TimelineData timeline(TrialDetails trial) {
        TimelineData picked = trial.timeline().withSelected(model.picked());
        TrialFindings findings = model.verdict().findings().get();
        if (findings != null && findings.summary().trial().equals(trial.trial())) {
            picked = picked.withReferences(ReferenceLine.of(findings));
        }
        return published.get()
                ? model.charts().withPublished(picked, trial.trial().cell())
                : picked;
    }

    private void renew() {
        RunDetails details = model.details().get();
        TrialDetails trial = model.trial().get();
        wanted = null;
        listMetrics(details, trial);
        if (details == null) {
            model.currentChart().set(null);
        } else if (!kind.get().ofTrial()) {
            makeOfRun(details);
        } else if (trial == null) {
            model.currentChart().set(null);
        } else if (shownMetric().equals(Metrics.BANDWIDTH)) {
            model.currentChart()
                    .set(LogarithmicChart.of(ofTrial(trial), logAxis(kind.get()).get()));
        } else {
            makeOfMetric(details, trial.trial());
        }
    }

    private void listMetrics(@Nullable RunDetails details, @Nullable TrialDetails trial) {
        List<Metric> drawable = List.of();
        if (details != null && !kind.get().ofTrial()) {
            drawable = new DrawableMetrics(details.trials(), details.functions()).of(kind.get());
        } else if (trial != null) {
            drawable = new DrawableMetrics(List.of(trial.trial()), trial.functions()).of(kind.get());
        }
        List<TrialFactor> varying = details == null ? List.of() : TrialFactor.varying(details.trials());
        if (!factors.equals(varying)) {
            factors.setAll(varying);
        }
        if (!metrics.equals(drawable)) {
            metrics.setAll(drawable);
        }
    }

    /** The charts of a trial's bandwidth, whose data was read with the trial. */
    private ChartData ofTrial(TrialDetails trial) {
        return switch (kind.get()) {
            case TIMELINE -> timeline(trial);
            case GANTT -> trial.gantt();
            case DISTRIBUTION, BY_FACTOR, BY_FACTOR_BARS, RESPONSE ->
                throw new IllegalStateException(kind.get() + " is a chart of a whole run");
        };
    }

    private void makeOfRun(RunDetails details) {
        RunChartSource source = new RunChartSource(
                details.run(), model.summaries().arrived(), details.functions(), withInvalid.get(), details.evidence());
        ChartKind of = kind.get();
        Metric shown = shownMetric();
        boolean overlaid = published.get();
        TrialFactor axis = of.showsFactor() ? shownFactor() : null;
        make(new Wanted(
                of, details.run(), null, shown, axis, () -> model.charts().of(of, source, shown, overlaid, axis)));
    }

    private void makeOfMetric(RunDetails details, TrialRow trial) {
        ChartKind of = kind.get();
        Metric shown = shownMetric();
        make(new Wanted(
                of,
                details.run(),
                trial,
                shown,
                null,
                () -> model.charts().read(of, model.stores().open(), details.source(trial), shown, false)));
    }

    private void make(Wanted chart) {
        wanted = chart;
        make();
    }

    /** Creates charts one at a time; of the requests that arrive meanwhile only the last is served. */
    private void make() {
        Wanted next = wanted;
        if (next == null || making) {
            return;
        }
        making = true;
        model.tasks()
                .of(
                        next.job(),
                        chart -> {
                            Wanted last = wanted;
                            if (last != null && last.replaces(next)) {
                                model.currentChart()
                                        .set(LogarithmicChart.of(
                                                chart, logAxis(last.kind()).get()));
                            }
                        },
                        model::fail)
                .onEnd(() -> {
                    making = false;
                    if (wanted != next) {
                        make();
                    }
                })
                .start();
    }
}
