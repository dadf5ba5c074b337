package org.faasnetlab.plan;

import java.util.Arrays;

/** The order in which cells are measured. A repetition is complete before the next one begins. */
public enum TrialOrder {
    /** As the factors list them. What changes with time looks like an effect of the last factors. */
    LISTED("listed"),
    /** Each repetition in a random order of its own, which the plan's seed determines. */
    SHUFFLED("shuffled");

    private final String word;

    TrialOrder(String word) {
        this.word = word;
    }

    /** The word that settings use. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if it is none of the words */
    static TrialOrder parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(text.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected shuffled or listed"));
    }
}
