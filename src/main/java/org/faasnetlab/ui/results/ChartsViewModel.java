package org.faasnetlab.ui.results;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.analysis.ChartKind;
import org.faasnetlab.analysis.ChartSource;
import org.faasnetlab.export.chart.ChartData;
import org.faasnetlab.export.chart.TimelineData;
import org.jspecify.annotations.Nullable;

/** The chart in view of the run that is looked at. Only that one is made, and again when something of it changes. */
final class ChartsViewModel {
    private final ResultsViewModel model;
    private final ObjectProperty<ChartKind> kind = new SimpleObjectProperty<>(ChartKind.TIMELINE);
    private final BooleanProperty published = new SimpleBooleanProperty();

    ChartsViewModel(ResultsViewModel model) {
        this.model = model;
        InvalidationListener changed = observable -> model.drawn().set(chart());
        kind.addListener(changed);
        published.addListener(changed);
        model.details().addListener(changed);
        model.trial().addListener(changed);
        model.summaries().addListener(changed);
        model.picked().addListener(changed);
    }

    /** Which chart is in view. */
    ObjectProperty<ChartKind> kind() {
        return kind;
    }

    /** Whether published results are drawn over charts whose axes they fit. */
    BooleanProperty published() {
        return published;
    }

    /** The timeline of a trial as it is to be drawn. */
    TimelineData timeline(TrialDetails trial) {
        TimelineData picked = trial.timeline().picking(model.picked());
        return published.get() ? model.charts().withPublished(picked, trial.trial()) : picked;
    }

    private @Nullable ChartData chart() {
        RunDetails details = model.details().get();
        TrialDetails trial = model.trial().get();
        if (details == null) {
            return null;
        }
        if (kind.get().ofTrial()) {
            return trial == null ? null : kind.get() == ChartKind.GANTT ? trial.gantt() : timeline(trial);
        }
        ChartSource source = new ChartSource(details.run(), model.summaries(), details.functions());
        return model.charts().of(kind.get(), source, published.get());
    }
}
