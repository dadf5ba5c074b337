package org.faasnetlab;

/**
 * A failure that is foreseen: it has its own sentence, which is {@link #getMessage()}, and says what the user can do
 * next. Each kind of failure is its own subclass in the room where it arises. What is not foreseen is not one of
 * these.
 */
public abstract class LabException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String nextStep;

    /**
     * @param sentence what happened, one whole sentence for the user
     * @param nextStep what the user can do now, one whole sentence
     */
    protected LabException(String sentence, String nextStep) {
        super(sentence);
        this.nextStep = nextStep;
    }

    protected LabException(String sentence, String nextStep, Throwable cause) {
        super(sentence, cause);
        this.nextStep = nextStep;
    }

    public String nextStep() {
        return nextStep;
    }
}
