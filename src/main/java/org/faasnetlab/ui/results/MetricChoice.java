package org.faasnetlab.ui.results;

import javafx.beans.InvalidationListener;
import javafx.scene.control.ChoiceBox;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.workload.Metric;

/** The choice of the metric that a chart shows; hidden where there is none. */
final class MetricChoice extends ChoiceBox<Metric> {
    private final ChartsViewModel charts;
    private boolean listing;

    MetricChoice(ChartsViewModel charts, ResultFormatter formatter, String key) {
        this.charts = charts;
        setId("metric-" + key);
        setPrefWidth(116);
        setAccessibleText(formatter.get("metric"));
        setConverter(new NameConverter<>(metric -> metric == null ? "" : metric.label()));
        managedProperty().bind(visibleProperty());
        charts.metrics().addListener((InvalidationListener) observable -> list());
        charts.metric().addListener((property, before, now) -> list());
        valueProperty().addListener((property, before, now) -> {
            if (now != null && !listing) {
                charts.metric().set(now);
            }
        });
        list();
    }

    private void list() {
        listing = true;
        getItems().setAll(charts.metrics());
        setValue(charts.metrics().isEmpty() ? null : charts.shownMetric());
        setVisible(charts.metrics().size() > 1);
        listing = false;
    }
}
