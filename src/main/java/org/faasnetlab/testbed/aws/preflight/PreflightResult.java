package org.faasnetlab.testbed.aws.preflight;

/**
 * What one check found.
 *
 * @param id stays the same from version to version, for example {@code vcpu-quota}
 * @param title what was looked at, a few words
 * @param state how it stands
 * @param meaning what was found and what follows from it, whole sentences
 * @param remedy what the user can do, whole sentences; empty if there is nothing to do
 */
public record PreflightResult(String id, String title, State state, String meaning, String remedy) {

    /** How a line stands. None of them stops the user. */
    public enum State {
        /** AWS said that it fits. */
        OK,
        /** It can be set up, but measures or costs something else than one may think. */
        WARNING,
        /** It cannot be set up, or cannot measure, as it was chosen. */
        PROBLEM,
        /** AWS could not be asked, or did not answer; never taken for good. */
        UNKNOWN
    }
}
