package org.faasnetlab.analysis.verdict;

import org.faasnetlab.format.Phrase;

/**
 * A possible limit of a trial, or a reason why its numbers may be worthless, with its state.
 *
 * @param subject what it is about, in a few words, such as {@code link of a function}
 * @param state whether it was at its limit
 * @param sentence the finding, in one sentence
 */
public record EvidenceItem(String subject, State state, Phrase sentence) {

    /** The state of an item. */
    public enum State {
        /** At its limit, or such that nothing can be concluded. */
        REACHED("!"),
        /** Not at its limit. */
        WITHIN("-"),
        /** Not recorded, so that nothing can be concluded from it. */
        UNKNOWN("?");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }

        /** One character for a list. */
        public String sign() {
            return sign;
        }
    }

    static EvidenceItem of(String subject, boolean reached, Phrase sentence) {
        return new EvidenceItem(subject, reached ? State.REACHED : State.WITHIN, sentence);
    }

    static EvidenceItem unknown(String subject, Phrase sentence) {
        return new EvidenceItem(subject, State.UNKNOWN, sentence);
    }
}
