package org.faasnetlab.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.format.Phrase;

/** Suggests the name that a mistyped one probably means. */
public final class NameSuggester {
    private NameSuggester() {}

    /** A question such as {@code Did you mean functions?} with a trailing space, or empty if no name is similar. */
    public static Phrase question(String typed, Collection<String> names) {
        return of(typed, names)
                .map(name -> Phrase.of("Did you mean {0}? ", name))
                .orElse(Phrase.verbatim(""));
    }

    /** The name with the fewest changed letters, if these are at most a third of it. */
    static Optional<String> of(String typed, Collection<String> names) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> changes(wanted, name.toLowerCase(Locale.ROOT)) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> changes(wanted, name.toLowerCase(Locale.ROOT))));
    }

    /** Levenshtein distance. */
    private static int changes(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replace = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[to.length()];
    }
}
