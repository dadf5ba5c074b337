package org.faasnetlab.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts of one screen in the language of the window, which is Java's own default for user interfaces
 * ({@link Locale.Category#DISPLAY}), set before the first screen is created: the bundle {@code strings.properties} in the package of the
 * screen's classes, or {@code strings_ko.properties}. Numbers in texts are formatted by the caller, so that units and
 * digits follow one rule everywhere.
 */
public final class Texts {
    /** Java's own rule would take the language of the computer where a bundle is missing: the root one is English. */
    private static final ResourceBundle.Control LOOKUP =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The bundle of the package that the class is in. */
    public static Texts of(Class<?> screen) {
        return of(screen, language());
    }

    static Texts of(Class<?> screen, Locale locale) {
        return read(screen, "strings", locale);
    }

    /** Another bundle of this package. */
    static Texts ofBundle(String name) {
        return read(Texts.class, name, language());
    }

    private static Locale language() {
        return Language.SYSTEM.locale(Locale.getDefault(Locale.Category.DISPLAY));
    }

    private static Texts read(Class<?> neighbour, String name, Locale locale) {
        String bundle = neighbour.getPackageName() + "." + name;
        return new Texts(ResourceBundle.getBundle(bundle, locale, neighbour.getClassLoader(), LOOKUP), locale);
    }

    /** The language of these texts, in which dates between them are written. */
    public Locale locale() {
        return locale;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * The text of a key, with its placeholders {0}, {1} ... filled in.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String get(String key, Object... places) {
        String text = bundle.getString(key);
        return places.length == 0 ? text : new MessageFormat(text, locale).format(places);
    }
}
