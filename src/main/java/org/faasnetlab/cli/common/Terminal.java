package org.faasnetlab.cli.common;

import java.io.PrintWriter;

/**
 * The output of the command line.
 *
 * @param out results
 * @param err progress and errors
 * @param terminal whether output is an interactive terminal, so that a line can be overwritten
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean terminal) {

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void lines(Iterable<String> texts) {
        texts.forEach(out::println);
        out.flush();
    }

    public void note(String text) {
        err.println(text);
        err.flush();
    }
}
