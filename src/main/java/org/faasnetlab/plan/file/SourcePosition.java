package org.faasnetlab.plan.file;

/** A position in a file; line and column count from 1. */
record SourcePosition(int line, int column) {
    static final SourcePosition START = new SourcePosition(1, 1);

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
