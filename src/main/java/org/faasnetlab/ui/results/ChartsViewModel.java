package org.faasnetlab.ui.results;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.jspecify.annotations.Nullable;

/**
 * The visible chart of the selected run. Only this chart is created, and recreated when its data or options change. A
 * chart of a whole run is created in the background from summaries of the trials, without reading intervals.
 */
final class ChartsViewModel {

    /** The inputs of a chart of a whole run. */
    private record Wanted(ChartKind kind, RunChartSource source, boolean published) {}

    private final ResultsViewModel model;
    private final ObjectProperty<ChartKind> kind = new SimpleObjectProperty<>(ChartKind.TIMELINE);
    private final BooleanProperty published = new SimpleBooleanProperty();
    private @Nullable Wanted wanted;
    private boolean making;

    ChartsViewModel(ResultsViewModel model) {
        this.model = model;
        kind.addListener((property, before, now) -> renewAll());
        model.details().addListener((property, before, now) -> renewAll());
        published.addListener((property, before, now) -> renew());
        model.trial().addListener((property, before, now) -> renew());
        InvalidationListener changed = observable -> renew();
        model.summaries().arrived().addListener(changed);
        model.picked().addListener(changed);
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

    /** Whether published results are drawn over charts with matching axes. */
    BooleanProperty published() {
        return published;
    }

    /** The timeline of a trial with the current options. */
    TimelineData timeline(TrialDetails trial) {
        TimelineData picked = trial.timeline().withSelected(model.picked());
        return published.get() ? model.charts().withPublished(picked, trial.trial()) : picked;
    }

    private void renew() {
        RunDetails details = model.details().get();
        wanted = null;
        if (details == null) {
            model.currentChart().set(null);
        } else if (kind.get().ofTrial()) {
            TrialDetails trial = model.trial().get();
            model.currentChart()
                    .set(trial == null ? null : kind.get() == ChartKind.GANTT ? trial.gantt() : timeline(trial));
        } else {
            RunChartSource source =
                    new RunChartSource(details.run(), model.summaries().arrived(), details.functions());
            wanted = new Wanted(kind.get(), source, published.get());
            make();
        }
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
                        () -> model.charts().of(next.kind(), next.source(), next.published()),
                        chart -> {
                            Wanted last = wanted;
                            if (last != null
                                    && last.kind() == next.kind()
                                    && last.source().run().equals(next.source().run())) {
                                model.currentChart().set(chart);
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
