package org.faasnetlab.ui.common;

import java.util.Locale;

/** What the user chose for the texts, dates and numbers of the window. Commands and files are always English. */
public enum Language {
    /** That of the system if there are texts in it, otherwise English. */
    SYSTEM,
    ENGLISH,
    KOREAN;

    /**
     * The locale of the window.
     *
     * @param system the locale in which the user's system shows texts
     */
    public Locale locale(Locale system) {
        return switch (this) {
            case SYSTEM -> system.getLanguage().equals(Locale.KOREAN.getLanguage()) ? Locale.KOREAN : Locale.ENGLISH;
            case ENGLISH -> Locale.ENGLISH;
            case KOREAN -> Locale.KOREAN;
        };
    }
}
