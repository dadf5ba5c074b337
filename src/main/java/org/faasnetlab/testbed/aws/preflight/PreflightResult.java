package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.format.Phrase;

/**
 * Result of one check.
 *
 * @param id stable across versions, for example {@code vcpu-quota}
 * @param title what was checked, a few words
 * @param state severity
 * @param meaning the finding and its consequence, whole sentences
 * @param remedy what the user can do, whole sentences; empty if nothing needs to be done
 */
public record PreflightResult(String id, Phrase title, State state, Phrase meaning, Phrase remedy) {

    /** Severity of a result. No state prevents a creation. */
    public enum State {
        /** AWS confirmed it. */
        OK,
        /** The testbed can be created, but may measure or cost something else than expected. */
        WARNING,
        /** The testbed cannot be created, or cannot measure, with these settings. */
        PROBLEM,
        /** AWS did not answer; never treated as OK. */
        UNKNOWN
    }
}
