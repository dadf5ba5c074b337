package org.faasnetlab.analysis.summary;

import java.util.Locale;
import org.faasnetlab.format.Phrase;

/** Why a number may say something else than the network. */
public enum InvalidReason {
    /** The function failed, or was cut off; of a trial, none finished. */
    NO_RESULT("no result"),
    /** So many functions did not finish that the others did not run under the intended load. */
    FAILURES("failures"),
    /** The function started well after T0; of a trial, half of its functions did. */
    MISSED_START("missed T0"),
    /** The functions of the trial did not start together. */
    START_SPREAD("start spread"),
    /** The computer that ran both servers and functions was busy. */
    COMPUTER_BUSY("computer busy"),
    /** The transfer ended before the time that was to be measured; of a trial, half of its functions did. */
    TOO_SHORT("too short"),
    /**
     * Intervals are missing, so that the sum of the others over the whole time is too low; of a trial, those of more than a
     * tenth of its functions.
     */
    INCOMPLETE("intervals missing");

    private final String label;

    InvalidReason(String label) {
        this.label = label;
    }

    /** In a few words, for a table. */
    public String label() {
        return label;
    }

    /** The label, for a sentence. */
    public Phrase text() {
        return Phrase.named("invalid." + name(), label);
    }

    /** For exports, such as {@code computer_busy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
