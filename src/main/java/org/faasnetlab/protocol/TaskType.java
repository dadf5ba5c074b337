package org.faasnetlab.protocol;

/**
 * A type of task. One instance for each type: functions compare them by identity.
 *
 * @param <T> the tasks of this type
 */
public interface TaskType<T extends Task> {
    /** The name in the event, for example {@code iperf3}. */
    String id();

    /**
     * Reads what {@link Task#writeFields} has written. Fields that a newer version has added are ignored.
     *
     * @throws ProtocolException if a field is missing or has the wrong type
     * @throws IllegalArgumentException if a value is out of its range
     */
    T read(JsonFields fields) throws ProtocolException;
}
