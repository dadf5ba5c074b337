package org.faasnetlab.chart.image;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** Checks that this computer has a font: without one, as in slim containers, Java cannot draw any text. */
public final class ChartFonts {
    private ChartFonts() {}

    /**
     * Checks that this computer has fonts for charts.
     *
     * @throws LabException if no chart can be drawn
     */
    public static void require() throws LabException {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("0", new FontRenderContext(null, true, true));
        } catch (InternalError | LinkageError | NullPointerException e) {
            // Java reports it by different errors, depending on what is missing.
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    Phrase.of("Charts cannot be drawn, because this computer has no fonts."),
                    Phrase.of("Install fonts, for example with 'sudo apt-get install fontconfig fonts-dejavu-core', or"
                            + " export CSV or JSON."),
                    e);
        }
    }
}
