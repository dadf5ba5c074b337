package org.faasnetlab.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.faasnetlab.chart.theme.Typeface;

/** The program's typeface in JavaFX. The style sheet names it; canvases get it here. */
public final class WindowFont {
    private static boolean loaded;

    private WindowFont() {}

    /** Loads the typeface when first called, after JavaFX has been started; before a scene has its style. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        for (URL file : Typeface.files()) {
            try (InputStream font = file.openStream()) {
                if (Font.loadFont(font, 0) == null) {
                    throw new IllegalStateException("JavaFX cannot use the font " + file);
                }
            } catch (IOException e) {
                throw new IllegalStateException("The font " + file + " cannot be read", e);
            }
        }
        loaded = true;
    }

    /** A font of the typeface; bold is the only other weight. */
    public static Font of(FontWeight weight, double size) {
        load();
        return Font.font(Typeface.FAMILY, weight, size);
    }
}
