package org.faasnetlab.plan.file;

/** What is wrong at a place of a file, before it is known which file it is. */
final class InvalidNodeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String nextStep;

    InvalidNodeException(SourcePosition place, String sentence, String nextStep) {
        super(sentence);
        this.line = place.line();
        this.column = place.column();
        this.nextStep = nextStep;
    }

    SourcePosition place() {
        return new SourcePosition(line, column);
    }

    String nextStep() {
        return nextStep;
    }
}
