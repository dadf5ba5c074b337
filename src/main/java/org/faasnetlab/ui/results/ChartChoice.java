package org.faasnetlab.ui.results;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ChoiceBox;
import org.faasnetlab.chart.factor.TrialFactor;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The choice of what a chart shows; hidden where there is none.
 *
 * @param <T> such as a metric
 */
final class ChartChoice<T> extends ChoiceBox<T> {
    private final ObservableList<T> choices;
    private final Supplier<@Nullable T> shown;
    private boolean listing;

    /**
     * @param chosen what users chose last
     * @param shown what the chart shows, which may be something else if it cannot show that
     */
    private ChartChoice(
            ObservableList<T> choices,
            ObjectProperty<@Nullable T> chosen,
            Supplier<@Nullable T> shown,
            Function<T, String> name) {
        this.choices = choices;
        this.shown = shown;
        setPrefWidth(116);
        setConverter(new NameConverter<>(value -> value == null ? "" : name.apply(value)));
        managedProperty().bind(visibleProperty());
        choices.addListener((InvalidationListener) observable -> list());
        chosen.addListener((property, before, now) -> list());
        valueProperty().addListener((property, before, now) -> {
            if (now != null && !listing) {
                chosen.set(now);
            }
        });
        list();
    }

    /** @param key of the tab */
    static ChartChoice<Metric> ofMetric(ChartsViewModel charts, ResultFormatter formatter, String key) {
        ChartChoice<Metric> choice =
                new ChartChoice<>(charts.metrics(), charts.metric(), charts::shownMetric, new DomainTexts()::label);
        choice.setId("metric-" + key);
        choice.setAccessibleText(formatter.get("metric"));
        return choice;
    }

    /** @param key of the tab */
    static ChartChoice<TrialFactor> ofFactor(ChartsViewModel charts, ResultFormatter formatter, String key) {
        ChartChoice<TrialFactor> choice = new ChartChoice<>(
                charts.factors(),
                charts.factor(),
                charts::shownFactor,
                factor -> new DomainTexts().text(factor.label()));
        choice.setId("factor-" + key);
        choice.setPrefWidth(168);
        choice.setAccessibleText(formatter.get("factor"));
        return choice;
    }

    private void list() {
        listing = true;
        getItems().setAll(choices);
        setValue(choices.isEmpty() ? null : shown.get());
        setVisible(choices.size() > 1);
        listing = false;
    }
}
