package org.faasnetlab.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The translations of phrases in one language, by their English patterns, from a file such as {@code phrases_ko.po}: a
 * catalogue of GNU gettext without plurals and contexts, one line for each text.
 *
 * @param translations by English pattern; empty for English
 */
public record PhraseCatalogue(Map<String, String> translations) implements Phrase.Language {
    private static final Map<String, PhraseCatalogue> LOADED = new ConcurrentHashMap<>();
    private static final Pattern LINE = Pattern.compile("(msgid|msgstr) \"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");

    public PhraseCatalogue {
        translations = Map.copyOf(translations);
    }

    /** The catalogue of a language, which is read once. */
    static PhraseCatalogue of(Locale locale) {
        return LOADED.computeIfAbsent(locale.getLanguage(), PhraseCatalogue::read);
    }

    private static PhraseCatalogue read(String language) {
        String file = "phrases_" + language + ".po";
        try (InputStream stream = PhraseCatalogue.class.getResourceAsStream(file)) {
            return new PhraseCatalogue(
                    stream == null
                            ? Map.of()
                            : parsed(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** @throws IllegalStateException if a line is none of a catalogue, or a text is translated twice */
    private static Map<String, String> parsed(String file, String content) {
        Map<String, String> translations = new TreeMap<>();
        String english = null;
        for (String line : content.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher entry = LINE.matcher(line);
            if (!entry.matches() || entry.group(1).equals("msgid") != (english == null)) {
                throw new IllegalStateException(file + ": unexpected line " + line);
            }
            String text = entry.group(2).replaceAll("\\\\(.)", "$1");
            if (english == null) {
                english = text;
            } else {
                if (translations.put(english, text) != null) {
                    throw new IllegalStateException(file + ": translated twice: " + english);
                }
                english = null;
            }
        }
        return translations;
    }

    @Override
    public @Nullable String translation(String key) {
        return translations.get(key);
    }
}
