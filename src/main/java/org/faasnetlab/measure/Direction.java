package org.faasnetlab.measure;

import java.util.Locale;

/** Direction of a transfer, seen from the function. */
public enum Direction {
    /** From the server or S3 to the function (iperf3 {@code -R}, S3 GET). */
    DOWNLOAD,
    /** From the function to the server or S3 (iperf3 without {@code -R}, S3 PUT). */
    UPLOAD;

    /** The word that settings, events and exports use: {@code download} or {@code upload}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@link #word()} back, in any case.
     *
     * @throws IllegalArgumentException if the word is neither {@code download} nor {@code upload}
     */
    public static Direction parse(String word) {
        for (Direction direction : values()) {
            if (direction.word().equals(word.trim().toLowerCase(Locale.ROOT))) {
                return direction;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is not a direction; use download or upload");
    }
}
