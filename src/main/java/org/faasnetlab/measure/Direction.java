package org.faasnetlab.measure;

import java.util.Locale;

/** Direction of a transfer from the function's point of view. */
public enum Direction {
    /** From the server or S3 to the function (iperf3 {@code -R}, S3 GET). */
    DOWNLOAD,
    /** From the function to the server or S3 (iperf3 without {@code -R}, S3 PUT). */
    UPLOAD,
    /**
     * Only for a trial: the first half of its functions downloads while the other half uploads. A single function never
     * has this direction.
     */
    BOTH;

    /** The direction of one function of a trial with this direction: never {@link #BOTH}. */
    public Direction ofFunction(int functionIndex, int functions) {
        if (this != BOTH) {
            return this;
        }
        return functionIndex < functions / 2 ? DOWNLOAD : UPLOAD;
    }

    /** The name in settings, events and exports: {@code download}, {@code upload} or {@code both}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Parses {@link #id()}, ignoring case.
     *
     * @throws IllegalArgumentException if it is another text
     */
    public static Direction parse(String id) {
        for (Direction direction : values()) {
            if (direction.id().equals(id.trim().toLowerCase(Locale.ROOT))) {
                return direction;
            }
        }
        throw new IllegalArgumentException("expected download, upload, or both");
    }
}
