package org.faasnetlab.experiment;

import java.time.Clock;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.testbed.Testbed;

/** What all trials of one run work with. */
record RunContext(
        String runId,
        Testbed testbed,
        LambdaInvoker invoker,
        Inbox inbox,
        Clock clock,
        LeadEstimator leads,
        CancelSignal signal,
        RunEvents events) {}
