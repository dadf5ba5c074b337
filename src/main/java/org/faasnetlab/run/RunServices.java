package org.faasnetlab.run;

import java.time.Clock;
import java.util.function.Supplier;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.RunStore;

/** Services shared by all runs of this process. */
public record RunServices(
        InvokerFactory invokers,
        RunStore store,
        Clock clock,
        LeadEstimator leads,
        Supplier<String> ids,
        String appVersion) {}
