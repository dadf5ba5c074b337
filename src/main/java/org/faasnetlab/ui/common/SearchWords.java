package org.faasnetlab.ui.common;

import java.util.Arrays;
import java.util.Locale;

/** The words that a user types to search a list. */
public final class SearchWords {
    private SearchWords() {}

    /** Whether each word occurs in one of the texts, whatever its case. Nothing typed occurs everywhere. */
    public static boolean occur(String typed, String... texts) {
        String searched = String.join(" ", texts).toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.trim().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(searched::contains);
    }
}
