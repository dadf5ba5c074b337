package org.faasnetlab.testing.fuzz;

import java.util.List;

/**
 * What a reader did with its inputs.
 *
 * @param slowestMillis the longest processor time that it took for one input
 * @param failures unexpected exceptions, each kind and place once
 */
public record FuzzOutcome(
        String target, long inputs, long accepted, long refused, double slowestMillis, List<Failure> failures) {

    /** @param input the input as a Java string of ISO 8859-1 characters */
    public record Failure(Throwable thrown, String input) {}
}
