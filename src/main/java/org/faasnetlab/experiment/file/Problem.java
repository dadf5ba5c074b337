package org.faasnetlab.experiment.file;

/** What is wrong at a place of a file, before it is known which file it is. */
final class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String nextStep;

    Problem(Place place, String sentence, String nextStep) {
        super(sentence);
        this.line = place.line();
        this.column = place.column();
        this.nextStep = nextStep;
    }

    Place place() {
        return new Place(line, column);
    }

    String nextStep() {
        return nextStep;
    }
}
