package org.faasnetlab.workload.s3;

import java.util.Arrays;
import org.faasnetlab.measure.DataSize;

/** What of an S3 object a function moves. */
public enum ObjectShare {
    /** Every function moves an object of the whole size: the more functions, the more data. */
    EACH("each"),
    /** The functions divide the size between them: one job, whatever their number. */
    SPLIT("split");

    private final String word;

    ObjectShare(String word) {
        this.word = word;
    }

    /** The word that settings use. */
    public String word() {
        return word;
    }

    /** What one of so many functions moves, rounded up to a whole byte. */
    public DataSize of(DataSize whole, int functions) {
        return this == EACH ? whole : new DataSize((whole.bytes() + functions - 1) / functions);
    }

    /** @throws IllegalArgumentException if it is none of the words */
    public static ObjectShare parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(text.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected each or split"));
    }
}
