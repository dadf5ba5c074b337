package org.faasnetlab.format;

/**
 * Makes text of unknown origin harmless: from archives, functions and servers it can hold escape sequences that a
 * terminal obeys, characters that reverse what follows, or megabytes.
 */
public final class PrintableText {
    private static final int REPLACEMENT = 0xFFFD;

    private PrintableText() {}

    /**
     * The text on one line: line breaks and tabs become spaces, and other control characters become U+FFFD.
     *
     * @param maxLength the length above which the text is cut and ends with an ellipsis, at least 1
     */
    public static String line(String text, int maxLength) {
        return printable(text, maxLength, false);
    }

    /** The text with its line breaks and tabs; other control characters become U+FFFD. Cut like {@link #line}. */
    public static String text(String text, int maxLength) {
        return printable(text, maxLength, true);
    }

    private static String printable(String text, int maxLength, boolean lines) {
        if (text.length() <= maxLength && text.codePoints().allMatch(character -> isPrintable(character, lines))) {
            return text;
        }
        StringBuilder printable = new StringBuilder(Math.min(text.length(), maxLength));
        text.codePoints()
                .limit(maxLength)
                .map(character -> isPrintable(character, lines) ? character : replacement(character))
                .forEach(printable::appendCodePoint);
        if (text.codePointCount(0, text.length()) > maxLength) {
            printable.setLength(printable.offsetByCodePoints(0, maxLength - 1));
            printable.append('\u2026');
        }
        return printable.toString();
    }

    private static int replacement(int character) {
        return character == '\n' || character == '\r' || character == '\t' ? ' ' : REPLACEMENT;
    }

    private static boolean isPrintable(int character, boolean lines) {
        if (lines && (character == '\n' || character == '\t')) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !reordersText(character);
        };
    }

    /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9, section 2). */
    private static boolean reordersText(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
