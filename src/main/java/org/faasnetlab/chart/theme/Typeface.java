package org.faasnetlab.chart.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javax.swing.text.StyleContext;

/**
 * The typeface that comes with the program, whose digits are equally wide, so that numbers stand below each other and do not
 * move when they change. Its bold is a semibold. See assets/typeface/README.md for its source and licence.
 */
public final class Typeface {
    public static final String FAMILY = "FaaS Lab Sans";

    private Typeface() {}

    /** The font files. */
    public static List<URL> files() {
        return List.of(file("Regular"), file("Bold"));
    }

    /** For AWT: the typeface, with the system's fonts for characters that it does not have. */
    static Font awt(int style, float size) {
        return Registered.CONTEXT.getFont(FAMILY, style, 1).deriveFont(size);
    }

    private static URL file(String style) {
        String name = "FaaSLabSans-" + style + ".otf";
        return Objects.requireNonNull(Typeface.class.getResource(name), name);
    }

    /** Made when the first chart is drawn, because AWT takes some of the time in which the window opens. */
    private static final class Registered {
        /** Unlike constructors of fonts, it gives fonts that use others for missing characters. */
        private static final StyleContext CONTEXT = new StyleContext();

        static {
            for (URL file : files()) {
                try (InputStream font = file.openStream()) {
                    GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .registerFont(Font.createFont(Font.TRUETYPE_FONT, font));
                } catch (IOException | FontFormatException e) {
                    throw new IllegalStateException("The font " + file + " cannot be read", e);
                }
            }
        }
    }
}
