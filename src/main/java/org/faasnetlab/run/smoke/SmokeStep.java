package org.faasnetlab.run.smoke;

import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.format.Phrase;

/**
 * One step of a smoke test.
 *
 * @param name what was done, a few words
 * @param startedAt when it began
 * @param time how long it took
 * @param detail what came of it, or why it failed, without secrets and IDs
 */
public record SmokeStep(Phrase name, State state, Instant startedAt, Duration time, Phrase detail) {

    public boolean passed() {
        return state == State.PASSED;
    }

    /** Result of a step. */
    public enum State {
        PASSED,
        FAILED,
        /** A step that it needs has failed. */
        SKIPPED
    }
}
