package org.faasnetlab.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence, or a part of one, for people: an English pattern with the values that belong into it. It is English wherever
 * it becomes text by {@link #toString}, as in files and on the command line; the window shows it {@link #in} its own
 * language. Numbers and units are formatted by whoever makes the phrase, and are the same in every language.
 */
public final class Phrase {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

    /** The translations of one language. */
    @FunctionalInterface
    public interface Language {
        /** The language of the patterns, which need no translation. */
        Language ENGLISH = key -> null;

        /** A pattern with the same placeholders in any order, or null if this language has none and English is shown. */
        @Nullable
        String translation(String key);
    }

    private final String key;
    private final String pattern;
    private final List<Object> arguments;
    private final boolean decapitalised;

    private Phrase(String key, String pattern, List<Object> arguments, boolean decapitalised) {
        this.key = key;
        this.pattern = pattern;
        this.arguments = arguments;
        this.decapitalised = decapitalised;
    }

    /**
     * A phrase from a pattern, which is a literal in the source, so that a test finds those without a translation.
     *
     * @param pattern in English, such as {@code {0} of {1} finished.}; also the key of its translations
     * @param arguments phrases, which are translated too, or values, which are inserted as they are
     * @throws IllegalArgumentException if the pattern has a placeholder without an argument
     */
    public static Phrase of(String pattern, @Nullable Object... arguments) {
        Matcher placeholder = PLACEHOLDER.matcher(pattern);
        while (placeholder.find()) {
            if (Integer.parseInt(placeholder.group(1)) >= arguments.length) {
                throw new IllegalArgumentException("no value for " + placeholder.group() + " in: " + pattern);
            }
        }
        return new Phrase(
                pattern,
                pattern,
                Arrays.stream(arguments)
                        .map(each -> each instanceof Phrase ? each : String.valueOf(each))
                        .toList(),
                false);
    }

    /** A name that has a key of its own among the translations, such as that of a metric. */
    public static Phrase named(String key, String english) {
        return new Phrase(key, "{0}", List.of(english), false);
    }

    /** A text that is the same in every language, such as a name that a user gave, or what another program reported. */
    public static Phrase verbatim(String text) {
        return new Phrase("{0}", "{0}", List.of(text), false);
    }

    /** The phrases one after the other, with a separator that is the same in every language. */
    public static Phrase join(String separator, List<Phrase> phrases) {
        String pattern =
                IntStream.range(0, phrases.size()).mapToObj(i -> "{" + i + "}").collect(Collectors.joining(separator));
        return new Phrase(pattern, pattern, List.copyOf(phrases), false);
    }

    /** Sentences one after the other. */
    public static Phrase sentences(Phrase... sentences) {
        return join(" ", List.of(sentences));
    }

    /** This phrase as a part of a sentence: in English it begins with a small letter, unless with an abbreviation. */
    public Phrase decapitalised() {
        if (pattern.startsWith("{0}") && arguments.get(0) instanceof Phrase first) {
            List<Object> parts = new ArrayList<>(arguments);
            parts.set(0, first.decapitalised());
            return new Phrase(key, pattern, List.copyOf(parts), false);
        }
        return new Phrase(key, pattern, arguments, true);
    }

    /** This phrase with every value changed, such as into one without secrets. */
    public Phrase mapValues(UnaryOperator<String> change) {
        List<Object> changed = arguments.stream()
                .map(each -> each instanceof Phrase part ? part.mapValues(change) : change.apply((String) each))
                .toList();
        return new Phrase(key, pattern, changed, decapitalised);
    }

    /** Whether there is no text at all. */
    public boolean isEmpty() {
        return toString().isEmpty();
    }

    /** The text in a language; what it does not translate is English. */
    public String in(Language language) {
        String translation = language.translation(key);
        if (translation != null) {
            return filled(translation, language);
        }
        String english = filled(pattern, language);
        return decapitalised ? decapitalised(english) : english;
    }

    private String filled(String text, Language language) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        arguments.get(Integer.parseInt(found.group(1))) instanceof Phrase part
                                ? part.in(language)
                                : (String) arguments.get(Integer.parseInt(found.group(1)))));
    }

    private static String decapitalised(String english) {
        boolean abbreviation = english.length() > 1 && Character.isUpperCase(english.charAt(1));
        return abbreviation || english.isEmpty()
                ? english
                : Character.toLowerCase(english.charAt(0)) + english.substring(1);
    }

    /** Whether both are the same text in English. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phrase phrase && toString().equals(phrase.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The text in English. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
