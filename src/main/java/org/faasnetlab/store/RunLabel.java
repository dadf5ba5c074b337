package org.faasnetlab.store;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name, note and tags that a user assigned to a run.
 *
 * @param name shown instead of the run's title; null to show the title
 * @param note free text, or null
 * @param tags single words for searching runs, sorted
 */
public record RunLabel(@Nullable String name, @Nullable String note, SortedSet<String> tags) {
    /** The label of a run without name, note and tags. */
    public static final RunLabel NONE = new RunLabel(null, null, Collections.emptySortedSet());

    /** Maximum length of a name in characters. */
    public static final int MAX_NAME_LENGTH = 200;

    /** Maximum length of a note in characters. */
    public static final int MAX_NOTE_LENGTH = 10_000;

    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,39}");

    /**
     * Converts blank texts to null.
     *
     * @throws IllegalArgumentException if a text is too long or a tag is invalid
     */
    public RunLabel {
        name = textOrNull(name);
        note = textOrNull(note);
        if ((name != null && name.length() > MAX_NAME_LENGTH) || (note != null && note.length() > MAX_NOTE_LENGTH)) {
            throw new IllegalArgumentException("the name or the note is too long");
        }
        for (String tag : tags) {
            if (!isTag(tag)) {
                throw new IllegalArgumentException("invalid tag: " + tag);
            }
        }
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    public static RunLabel of(@Nullable String name, @Nullable String note, Collection<String> tags) {
        return new RunLabel(name, note, new TreeSet<>(tags));
    }

    /** Whether a word is a valid tag: up to 40 letters, digits and {@code _ . : -}, the first a letter or digit. */
    public static boolean isTag(String word) {
        return TAG.matcher(word).matches();
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
