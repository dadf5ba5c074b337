package org.faasnetlab.plan.file;

/** An error at a position of a file, before the file name is known. */
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
