package org.faasnetlab.cli;

import java.io.PrintWriter;

/**
 * Where the command line writes.
 *
 * @param out what was asked for
 * @param err progress and errors
 * @param terminal whether a person watches, so that a line may be drawn over
 */
public record Screen(PrintWriter out, PrintWriter err, boolean terminal) {

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void lines(Iterable<String> texts) {
        texts.forEach(out::println);
        out.flush();
    }

    void note(String text) {
        err.println(text);
        err.flush();
    }
}
