package org.faasnetlab.ui.results;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.chart.UnitChoice;
import org.faasnetlab.ui.common.control.NameConverter;

/** A tab with a chart, optionally with a choice of several kinds. */
final class ChartTab extends Tab {
    private final ChartsViewModel charts;
    private ChartKind kind;

    /**
     * @param key key of its texts, {@link ChartKind#tab()}
     * @param kinds kinds of the chart; the first is shown initially
     */
    ChartTab(
            String key,
            List<ChartKind> kinds,
            ResultsViewModel model,
            ChartsViewModel charts,
            ResultFormatter formatter,
            ObservableValue<ChartTheme> chartTheme,
            ChartExports exports) {
        this.charts = charts;
        kind = kinds.get(0);
        setText(formatter.get("tab." + key));
        setId("results-tab-" + key);
        ChartView view = new ChartView(chartTheme, model.unit(), exports);
        view.setId("chart-" + key);
        // The header of the screen has the title already; the plots need the room. Prices are stated nowhere else.
        view.setHeading(head -> kind == ChartKind.RESPONSE ? head : ChartHeading.badgeOnly(head.simulated()));
        view.setMissing(formatter.get(kind == ChartKind.DISTRIBUTION ? "missing.functions" : "missing.values"));
        kinds.forEach(each ->
                view.offerLogAxis(charts.logAxis(each), () -> charts.kind().get() == each));
        VBox.setVgrow(view, Priority.ALWAYS);
        FlowPane top = new FlowPane();
        if (kind.showsMetric()) {
            top.getChildren().add(ChartChoice.ofMetric(charts, formatter, key));
        }
        if (kind.showsFactor()) {
            top.getChildren().add(ChartChoice.ofFactor(charts, formatter, key));
        }
        if (kind.showsPublished()) {
            top.getChildren().add(published(charts, formatter, key));
        }
        if (!kind.ofTrial()) {
            top.getChildren().add(withInvalid(charts, formatter, key));
        }
        if (kind.showsMetric()) {
            top.getChildren().add(new UnitChoice("unit-" + key, model.unit()));
        }
        top.getStyleClass().addAll("card-top", "chart-choices");
        if (kinds.size() > 1) {
            top.getChildren().add(forms(kinds, formatter));
        }
        VBox content = new VBox(top, view);
        content.getStyleClass().addAll("card-pane", "flat");
        setContent(content);
        setOnSelectionChanged(event -> {
            if (isSelected()) {
                charts.kind().set(kind);
            }
        });
        model.currentChart().subscribe(drawn -> {
            if (kinds.contains(charts.kind().get())) {
                view.show(drawn);
            }
        });
    }

    /** The checkbox for published results. */
    static CheckBox published(ChartsViewModel charts, ResultFormatter formatter, String key) {
        CheckBox published = new CheckBox(formatter.get("published"));
        published.setId("published-" + key);
        published.setTooltip(new Tooltip(formatter.get("published.hint")));
        published.selectedProperty().bindBidirectional(charts.published());
        return published;
    }

    private static CheckBox withInvalid(ChartsViewModel charts, ResultFormatter formatter, String key) {
        CheckBox invalid = new CheckBox(formatter.get("withInvalid"));
        invalid.setId("invalid-" + key);
        invalid.setTooltip(new Tooltip(formatter.get("withInvalid.hint")));
        invalid.selectedProperty().bindBidirectional(charts.withInvalid());
        return invalid;
    }

    private ChoiceBox<ChartKind> forms(List<ChartKind> kinds, ResultFormatter formatter) {
        ChoiceBox<ChartKind> forms = new ChoiceBox<>();
        forms.setId("chart-form");
        forms.setAccessibleText(formatter.get("form"));
        forms.setConverter(new NameConverter<>(each -> each == null ? "" : formatter.get("form." + each.id())));
        forms.getItems().setAll(kinds);
        forms.setValue(kind);
        forms.valueProperty().addListener((property, before, now) -> {
            kind = now;
            charts.kind().set(now);
        });
        return forms;
    }
}
