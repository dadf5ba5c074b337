package org.faasnetlab.plan;

import java.util.Arrays;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.InvalidValueException;

/** The order in which cells are measured. Each repetition is complete before the next one begins. */
public enum TrialOrder {
    /** In the order of the factors. Changes over time can then be mistaken for effects of the last factors. */
    LISTED("listed"),
    /** Each repetition in a separate random order, which the plan's seed determines. */
    SHUFFLED("shuffled"),
    /**
     * In the order of the factors, and backwards in every other repetition: A B, B A, A B (ABBA). A steady change over time
     * affects all cells alike, so that two of them can be compared in pairs.
     */
    ALTERNATING("alternating");

    private final String id;

    TrialOrder(String id) {
        this.id = id;
    }

    /** The name used in settings. */
    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException if it is not one of the names */
    static TrialOrder parse(String text) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.id.equals(text.trim()))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(Phrase.of("expected shuffled, listed, or alternating")));
    }
}
