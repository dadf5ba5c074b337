package org.faasnetlab.cli.common;

import java.io.IOException;
import java.io.PrintWriter;
import org.faasnetlab.format.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * Where the command line reads and writes.
 *
 * @param out results
 * @param err progress and errors
 * @param interactive whether output is an interactive terminal, so that a line can be overwritten
 * @param style what the terminal can show besides plain text
 * @param outputCheck tells whether results were lost on their way
 * @param input used only if output is an interactive terminal
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        OutputCheck outputCheck,
        boolean interactive,
        TerminalStyle style,
        Input input) {
    /** Longer errors hold the output of another program or the body of a response. */
    private static final int MAX_ERROR = 4_000;

    /** Reads what the user types. */
    @FunctionalInterface
    public interface Input {
        /** Waits for a line, without its line terminator; null at the end of input. */
        @Nullable
        String readLine();
    }

    /** Tells whether the results could be written. */
    @FunctionalInterface
    public interface OutputCheck {
        /** Why the output could not be written; null if it could, and if its reader has read enough. */
        @Nullable
        IOException failure();
    }

    public void print(String text) {
        out.println(harmless(text));
        out.flush();
    }

    public void printLines(Iterable<String> texts) {
        texts.forEach(text -> out.println(harmless(text)));
        out.flush();
    }

    /** Prints lines with their emphasis. */
    public void printStyled(Iterable<TerminalStyle.Line> lines) {
        lines.forEach(line -> out.println(style.apply(line.emphasis(), harmless(line.text()))));
        out.flush();
    }

    /** Prints an error or progress on one line, whatever values of users and others it holds, and cuts what is very long. */
    public void printError(String text) {
        err.println(PrintableText.line(text, MAX_ERROR));
        err.flush();
    }

    /** Results may hold text of others, such as titles and messages, which must not control the terminal. */
    private static String harmless(String text) {
        return PrintableText.text(text, Integer.MAX_VALUE);
    }
}
