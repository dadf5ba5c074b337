package org.faasnetlab.analysis.verdict;

/**
 * One thing that could have limited a trial, or could make its numbers worthless, and how it stands.
 *
 * @param subject what it is about, in a few words, such as {@code link of a function}
 * @param state whether it was at its limit
 * @param sentence what was found, in one whole sentence
 */
public record EvidenceItem(String subject, State state, String sentence) {

    /** How it stands. */
    public enum State {
        /** At its limit, or so that nothing can be concluded. */
        REACHED("!"),
        /** Not at its limit. */
        WITHIN("-"),
        /** Not recorded, so that nothing follows from it. */
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

    static EvidenceItem of(String subject, boolean reached, String sentence) {
        return new EvidenceItem(subject, reached ? State.REACHED : State.WITHIN, sentence);
    }

    static EvidenceItem unknown(String subject, String sentence) {
        return new EvidenceItem(subject, State.UNKNOWN, sentence);
    }
}
