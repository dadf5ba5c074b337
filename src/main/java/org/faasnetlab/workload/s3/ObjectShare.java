package org.faasnetlab.workload.s3;

import java.util.Arrays;
import org.faasnetlab.measure.DataSize;

/** The share of an S3 object that each function transfers. */
public enum ObjectShare {
    /** Every function transfers an object of the full size: the more functions, the more data. */
    EACH("each"),
    /** The functions divide the size among them: the total is independent of their number. */
    SPLIT("split");

    private final String word;

    ObjectShare(String word) {
        this.word = word;
    }

    /** The name in settings. */
    public String word() {
        return word;
    }

    /** The size that each of the functions transfers, rounded up to a whole byte. */
    public DataSize of(DataSize whole, int functions) {
        return this == EACH ? whole : new DataSize((whole.bytes() + functions - 1) / functions);
    }

    /** @throws IllegalArgumentException if it is not a valid name */
    public static ObjectShare parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(text.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected each or split"));
    }
}
