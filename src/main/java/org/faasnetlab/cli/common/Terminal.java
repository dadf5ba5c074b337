package org.faasnetlab.cli.common;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where the command line reads and writes.
 *
 * @param out results
 * @param err progress and errors
 * @param interactive whether output is an interactive terminal, so that a line can be overwritten
 * @param input used only if output is an interactive terminal
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Input input) {
    /** Reads what the user types. */
    @FunctionalInterface
    public interface Input {
        /** Waits for a line, without its line terminator; null at the end of input. */
        @Nullable
        String readLine();
    }

    public void print(String text) {
        out.println(text);
        out.flush();
    }

    public void printLines(Iterable<String> texts) {
        texts.forEach(out::println);
        out.flush();
    }

    public void printError(String text) {
        err.println(text);
        err.flush();
    }
}
