package org.faasnetlab.ui.chart;

import java.awt.Color;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** Colours of the charts in the window. Series colours are those of Okabe and Ito, told apart by colour-blind eyes. */
public record ChartLook(Color background, Color text, Color grid, List<Color> series) {
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color SKY = new Color(0x56B4E9);

    public static final ChartLook LIGHT = new ChartLook(
            Color.WHITE,
            new Color(0x57606A),
            new Color(0xE7EAEE),
            List.of(
                    BLUE,
                    new Color(0xE69F00),
                    new Color(0x009E73),
                    new Color(0xD55E00),
                    new Color(0xCC79A7),
                    SKY,
                    new Color(0x6E7781)));

    public static final ChartLook DARK = new ChartLook(
            new Color(0x0D1117),
            new Color(0x8B949E),
            new Color(0x262C36),
            List.of(
                    SKY,
                    new Color(0xE69F00),
                    new Color(0x2BBF94),
                    new Color(0xF07B3A),
                    new Color(0xDD92BD),
                    new Color(0x3A8FD6),
                    new Color(0xA8B1BC)));

    /** The look that goes with the window's theme. */
    public static ObservableValue<ChartLook> of(ObservableValue<Boolean> dark) {
        return dark.map(on -> on ? DARK : LIGHT);
    }

    /** The colour of a series; colours come round again when there are more series. */
    public Color series(int index) {
        return series.get(index % series.size());
    }
}
