package org.faasnetlab;

import org.faasnetlab.format.Phrase;

/**
 * An expected failure. Its message is a whole sentence for the user, {@link #advice} says what the user can do, and its
 * kind decides the exit code. Failures that no caller tells apart are of this class; the others have a subclass in the
 * package where they arise. An unexpected failure is never one of these.
 */
public class LabException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it makes a difference for how the program ends. */
    public enum Kind {
        /** A setting, an option or a file of the user cannot be used. Nothing was changed. */
        BAD_INPUT,
        /** A program, a library or a display that is needed is not on this computer. */
        UNAVAILABLE,
        /** AWS, the operating system or the state of a run or testbed does not allow it. */
        REFUSED,
        /** It was tried and did not succeed. */
        FAILED,
        /** The user stopped it. */
        CANCELLED
    }

    private final Kind kind;
    private final transient Phrase sentence;
    private final transient Phrase advice;

    /**
     * @param sentence what happened, one whole sentence for the user
     * @param advice what the user can do now, one whole sentence
     */
    public LabException(Kind kind, Phrase sentence, Phrase advice) {
        super(sentence.toString());
        this.kind = kind;
        this.sentence = sentence;
        this.advice = advice;
    }

    public LabException(Kind kind, Phrase sentence, Phrase advice, Throwable cause) {
        super(sentence.toString(), cause);
        this.kind = kind;
        this.sentence = sentence;
        this.advice = advice;
    }

    /** A failure that is reported in English in every language. */
    public LabException(Kind kind, String sentence, String nextStep) {
        this(kind, Phrase.verbatim(sentence), Phrase.verbatim(nextStep));
    }

    public LabException(Kind kind, String sentence, String nextStep, Throwable cause) {
        this(kind, Phrase.verbatim(sentence), Phrase.verbatim(nextStep), cause);
    }

    public final Kind kind() {
        return kind;
    }

    /** The message, for a window in any language. */
    public final Phrase sentence() {
        return sentence;
    }

    /** What the user can do now, for a window in any language. */
    public final Phrase advice() {
        return advice;
    }

    /** What the user can do now, in English. */
    public final String nextStep() {
        return advice.toString();
    }

    /** The message and the next step, for places that show both in one text. */
    public final String fullMessage() {
        return getMessage() + " " + nextStep();
    }
}
