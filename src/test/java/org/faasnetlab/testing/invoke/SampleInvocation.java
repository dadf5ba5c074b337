package org.faasnetlab.testing.invoke;

import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.task.ProbeTask;

/** A sample invocation with the records of its function. */
public final class SampleInvocation {
    public static final FunctionRef FUNCTION = new FunctionRef("faasnetlab-function", "7");
    public static final FunctionRequest REQUEST =
            new FunctionRequest("run-1", 0, 3, 1_000_000, 2_000_000, new ProbeTask());
    public static final FunctionRecord STARTED = new FunctionRecord.Started(12);
    public static final FunctionRecord MEASURED = new FunctionRecord.Measured(new Interval(0, 100_000, 4096, null));
    public static final String TWO_LINES = line(STARTED) + line(MEASURED);

    private SampleInvocation() {}

    public static String line(FunctionRecord functionRecord) {
        return RecordJson.write(functionRecord) + "\n";
    }
}
