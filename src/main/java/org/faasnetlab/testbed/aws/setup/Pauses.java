package org.faasnetlab.testbed.aws.setup;

import java.time.Duration;

/** Lets time pass between two looks at AWS. */
public interface Pauses {

    /** Real time. */
    Pauses REAL = (time, cancellation) -> cancellation.comesWithin(time);

    /** Returns whether the set-up was cancelled; if not, after this time. */
    boolean cancelledWithin(Duration time, Cancellation cancellation) throws InterruptedException;
}
