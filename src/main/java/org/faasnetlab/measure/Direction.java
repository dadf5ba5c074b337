package org.faasnetlab.measure;

import java.util.Locale;

/** Direction of a transfer, seen from the function. */
public enum Direction {
    /** From the server or S3 to the function (iperf3 {@code -R}, S3 GET). */
    DOWNLOAD,
    /** From the function to the server or S3 (iperf3 without {@code -R}, S3 PUT). */
    UPLOAD,
    /** Of a trial: its functions' first half downloads while the other half uploads. One function has never both. */
    BOTH;

    /** The direction of one function of a trial with this direction: never {@link #BOTH}. */
    public Direction ofFunction(int functionIndex, int functions) {
        if (this != BOTH) {
            return this;
        }
        return functionIndex < functions / 2 ? DOWNLOAD : UPLOAD;
    }

    /** The word that settings, events and exports use: {@code download}, {@code upload} or {@code both}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@link #word()} back, in any case.
     *
     * @throws IllegalArgumentException if it is none of these words
     */
    public static Direction parse(String word) {
        for (Direction direction : values()) {
            if (direction.word().equals(word.trim().toLowerCase(Locale.ROOT))) {
                return direction;
            }
        }
        throw new IllegalArgumentException("expected download, upload, or both");
    }
}
