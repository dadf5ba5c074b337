package org.faasnetlab.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Manages all stylesheets: the theme of all windows, and this program's own sheet on top of it. */
public final class ThemeManager {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ReadOnlyObjectWrapper<Theme> theme;
    private final BooleanProperty systemDark = new SimpleBooleanProperty();
    private final BooleanBinding dark;

    public ThemeManager(Theme first) {
        theme = new ReadOnlyObjectWrapper<>(first);
        dark = Bindings.createBooleanBinding(
                () -> theme.get() == Theme.DARK || (theme.get() == Theme.SYSTEM && systemDark.get()),
                theme,
                systemDark);
    }

    /** Applies the theme to a scene, now and whenever the theme changes. */
    public void applyTo(Scene scene) {
        WindowFont.load();
        URL sheet = Objects.requireNonNull(ThemeManager.class.getResource("lab.css"), "lab.css");
        scene.getStylesheets().add(sheet.toExternalForm());
        dark.subscribe(now -> {
            Application.setUserAgentStylesheet(stylesheet(now));
            scene.getRoot().pseudoClassStateChanged(DARK, now);
        });
    }

    /** What the user chose. */
    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /** True in the dark theme; charts, which do not use stylesheets, observe it. */
    public BooleanBinding dark() {
        return dark;
    }

    public void choose(Theme chosen) {
        theme.set(chosen);
    }

    /** Sets whether the system's theme is dark, which counts where the user follows the system. */
    public void setSystemDark(boolean now) {
        systemDark.set(now);
    }

    /** Chooses the light theme while it is dark, and the dark one while it is light. */
    public void toggle() {
        theme.set(dark.get() ? Theme.LIGHT : Theme.DARK);
    }

    private static String stylesheet(boolean dark) {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }
}
