package org.faasnetlab.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Manages all stylesheets: the theme of all windows, and this program's own sheet on top of it. */
public final class ThemeManager {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ReadOnlyObjectWrapper<Theme> theme;
    private final BooleanBinding dark;

    public ThemeManager(Theme first) {
        theme = new ReadOnlyObjectWrapper<>(first);
        dark = Bindings.equal(theme, Theme.DARK);
    }

    /** Applies the theme to a scene, now and whenever the theme changes. */
    public void applyTo(Scene scene) {
        URL sheet = Objects.requireNonNull(ThemeManager.class.getResource("lab.css"), "lab.css");
        scene.getStylesheets().add(sheet.toExternalForm());
        theme.subscribe(now -> {
            Application.setUserAgentStylesheet(stylesheet(now));
            scene.getRoot().pseudoClassStateChanged(DARK, now == Theme.DARK);
        });
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /** True in the dark theme; charts, which do not use stylesheets, observe it. */
    public BooleanBinding dark() {
        return dark;
    }

    public void toggle() {
        theme.set(theme.get().other());
    }

    private static String stylesheet(Theme theme) {
        return switch (theme) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }
}
