package org.faasnetlab.cli.common;

import java.io.PrintWriter;

/**
 * Where the command line writes.
 *
 * @param out what was asked for
 * @param err progress and errors
 * @param terminal whether a person watches, so that a line may be drawn over
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
