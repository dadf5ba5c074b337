package org.faasnetlab.experiment;

import java.time.Clock;
import java.util.function.Supplier;
import org.faasnetlab.store.RunStore;

/** What every run works with, as long as the program runs. */
record RunServices(
        InvokerFactory invokers,
        RunStore store,
        Clock clock,
        LeadEstimator leads,
        Supplier<String> ids,
        String appVersion) {}
