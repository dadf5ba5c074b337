package org.faasnetlab.run.trial;

import java.time.Clock;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.testbed.Testbed;

/** What all trials of one run share. */
public record RunContext(
        String runId,
        Testbed testbed,
        LambdaInvoker invoker,
        RunMessageQueue inbox,
        Clock clock,
        LeadEstimator leads,
        CancelSignal signal,
        RunEventDispatcher events) {}
