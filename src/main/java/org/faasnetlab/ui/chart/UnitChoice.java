package org.faasnetlab.ui.chart;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.NameConverter;

/** The choice of the unit of bandwidth, which all charts and tables of a screen share. */
public final class UnitChoice extends ChoiceBox<BandwidthUnit> {
    private final Texts texts = Texts.of(UnitChoice.class);

    public UnitChoice(String id, ObjectProperty<BandwidthUnit> unit) {
        setId(id);
        getStyleClass().add("unit-choice");
        getItems().setAll(BandwidthUnit.values());
        valueProperty().bindBidirectional(unit);
        setConverter(new NameConverter<>(this::name));
        setAccessibleText(texts.get("unit"));
        setTooltip(new Tooltip(texts.get("unit")));
    }

    private String name(BandwidthUnit unit) {
        return name(texts, unit);
    }

    /** What it is called in choices. */
    static String name(Texts texts, BandwidthUnit unit) {
        return unit == null ? "" : unit == BandwidthUnit.AUTOMATIC ? texts.get("unit.automatic") : unit.symbol();
    }
}
