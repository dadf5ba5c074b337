package org.faasnetlab.cli.common;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a terminal can show besides plain text.
 *
 * @param colours whether text that needs attention has a colour
 * @param blocks whether characters for small charts can be shown
 */
public record TerminalStyle(boolean colours, boolean blocks) {
    /** For files, pipes and tests. */
    public static final TerminalStyle PLAIN = new TerminalStyle(false, false);

    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    /**
     * The style of the output: plain without a terminal. <a href="https://no-color.org">NO_COLOR</a> turns colours off,
     * and a terminal of type {@code dumb} has none.
     *
     * @param charset of the output
     */
    public static TerminalStyle of(boolean interactive, Charset charset, Map<String, String> environment) {
        if (!interactive) {
            return PLAIN;
        }
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        return new TerminalStyle(
                !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                !dumb && charset.newEncoder().canEncode(BLOCKS));
    }

    /** What a line is about, if it needs attention. */
    public enum Emphasis {
        NONE,
        /** Numbers that are not reliable. */
        WARNING,
        FAILURE
    }

    /** A line of text, whose emphasis is shown only where colours are. */
    public record Line(String text, Emphasis emphasis) {
        public static Line plain(String text) {
            return new Line(text, Emphasis.NONE);
        }
    }

    String apply(Emphasis emphasis, String text) {
        return switch (emphasis) {
            case NONE -> text;
            case WARNING -> in("33", text);
            case FAILURE -> in("31", text);
        };
    }

    /** A line of bars from 0 to the largest value, one for each value; empty if they cannot be shown. */
    public String sparkline(List<Double> values) {
        double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (!blocks || largest <= 0) {
            return "";
        }
        return values.stream()
                .map(value -> String.valueOf(
                        BLOCKS.charAt((int) Math.round(Math.max(0, value) / largest * (BLOCKS.length() - 1)))))
                .collect(Collectors.joining());
    }

    private String in(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
