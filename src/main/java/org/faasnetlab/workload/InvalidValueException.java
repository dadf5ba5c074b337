package org.faasnetlab.workload;

import org.faasnetlab.format.Phrase;

/** A value of a setting that is invalid, with the reason in every language of the window. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    /** @param reason without the value and the full stop, such as {@code expected 1 to 10000} */
    public InvalidValueException(Phrase reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public InvalidValueException(Phrase reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** The reason of a failure to parse a value; in English only if it is of another class. */
    public static Phrase reason(IllegalArgumentException failure) {
        return failure instanceof InvalidValueException invalid
                ? invalid.reason
                : Phrase.verbatim(String.valueOf(failure.getMessage()));
    }
}
