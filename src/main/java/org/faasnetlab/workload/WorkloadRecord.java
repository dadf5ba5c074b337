package org.faasnetlab.workload;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a workload in storage format.
 *
 * @param parallelism TCP streams or connections of a function
 * @param seconds measured time, or null
 * @param objectBytes bytes that each function transfers, or null
 * @param details see {@link Workload#details}; for trials stored without them, the settings of their run, which include
 *     others
 */
public record WorkloadRecord(
        Direction direction,
        int parallelism,
        @Nullable Integer seconds,
        @Nullable Long objectBytes,
        SortedMap<String, String> details) {
    public WorkloadRecord {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** A copy with other details. */
    public WorkloadRecord withDetails(Map<String, String> value) {
        return new WorkloadRecord(direction, parallelism, seconds, objectBytes, new TreeMap<>(value));
    }

    /**
     * The length of the transfer in seconds.
     *
     * @throws IllegalArgumentException if there are none
     */
    public int requireSeconds() {
        if (seconds == null) {
            throw new IllegalArgumentException("the number of seconds is missing");
        }
        return seconds;
    }

    /**
     * The size of the transferred object in bytes.
     *
     * @throws IllegalArgumentException if there is none
     */
    public long requireObjectBytes() {
        if (objectBytes == null) {
            throw new IllegalArgumentException("the size of the object is missing");
        }
        return objectBytes;
    }

    /** An integer detail, or the default if it is missing. */
    public int detail(String name, int otherwise) {
        String text = details.get(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
