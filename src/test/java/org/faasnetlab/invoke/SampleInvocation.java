package org.faasnetlab.invoke;

import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.Task;

/** An invocation and what its function says. */
final class SampleInvocation {
    static final FunctionRef FUNCTION = new FunctionRef("faasnetlab-function", "7");
    static final FunctionRequest REQUEST = new FunctionRequest("run-1", 0, 3, 1_000_000, 2_000_000, new Task.Probe());
    static final FunctionRecord STARTED = new FunctionRecord.Started(12);
    static final FunctionRecord MEASURED = new FunctionRecord.Measured(new Interval(0, 100_000, 4096, null));
    static final String TWO_LINES = line(STARTED) + line(MEASURED);

    private SampleInvocation() {}

    static String line(FunctionRecord functionRecord) {
        return RecordJson.write(functionRecord) + "\n";
    }
}
