package org.faasnetlab.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The task of a function. Each workload brings its own, with the {@link TaskType} by which functions read it. */
public interface Task {
    /** The shortest interval that a task reports, in milliseconds. */
    int MIN_INTERVAL_MS = 100;

    TaskType<?> type();

    /** Writes its fields, without the type, into an open JSON object; {@link TaskType#read} reads them. */
    void writeFields(JsonGenerator json) throws IOException;
}
