package org.faasnetlab.analysis.verdict;

import java.util.List;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A possible limit of a trial, or a reason why its numbers may be worthless, with its state.
 *
 * @param direction of the functions that it concerns, in a trial of both directions; null for all functions
 * @param state whether it was at its limit
 * @param sentence the finding, in one sentence
 */
public record EvidenceItem(
        EvidenceSubject subject, @Nullable Direction direction, State state, Phrase sentence) {

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

    static EvidenceItem of(EvidenceSubject subject, boolean reached, Phrase sentence) {
        return new EvidenceItem(subject, null, reached ? State.REACHED : State.WITHIN, sentence);
    }

    static EvidenceItem unknown(EvidenceSubject subject, Phrase sentence) {
        return new EvidenceItem(subject, null, State.UNKNOWN, sentence);
    }

    /** The same finding, as that of one direction of a trial in both. */
    public EvidenceItem inDirection(Direction of) {
        return new EvidenceItem(subject, of, state, sentence);
    }

    /** The subject, with the direction if it concerns one. */
    public Phrase label() {
        return direction == null
                ? subject.label()
                : Phrase.join(", ", List.of(subject.label(), DirectionFormatter.text(direction)));
    }
}
