package org.faasnetlab.protocol.task;

import com.fasterxml.jackson.core.JsonGenerator;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;

/** Send {@code ready} and finish: shows that the function can be invoked and reports its runtime. */
public record ProbeTask() implements Task {
    public static final TaskType<ProbeTask> TYPE = new TaskType<>() {
        @Override
        public String id() {
            return "probe";
        }

        @Override
        public ProbeTask read(JsonFields fields) throws ProtocolException {
            return new ProbeTask();
        }
    };

    @Override
    public TaskType<ProbeTask> type() {
        return TYPE;
    }

    @Override
    public void writeFields(JsonGenerator json) {
        // It has no fields.
    }
}
