package org.faasnetlab.format;

import org.faasnetlab.measure.Direction;

/** Names directions in sentences. */
public final class DirectionFormatter {
    private DirectionFormatter() {}

    /** The direction in a word, for example {@code download}. */
    public static Phrase text(Direction direction) {
        return Phrase.named("direction." + direction.id(), direction.id());
    }
}
