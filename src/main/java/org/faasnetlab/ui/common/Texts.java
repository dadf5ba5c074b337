package org.faasnetlab.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts of one screen: the bundle {@code strings.properties} in the package of the screen's classes. Numbers in
 * texts are formatted by the caller, so that units and digits follow one rule everywhere.
 */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The bundle of the package that the class is in. */
    public static Texts of(Class<?> screen) {
        String name = screen.getPackageName() + ".strings";
        return new Texts(ResourceBundle.getBundle(name, Locale.ENGLISH, screen.getClassLoader()));
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
        return places.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(places);
    }
}
