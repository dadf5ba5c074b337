package org.faasnetlab.ui.setup;

import org.faasnetlab.LabException;

/** The result of the check of the chosen iperf3 program. */
sealed interface Iperf3Status {

    /** Not checked yet, or the check is in progress. */
    record Unknown() implements Iperf3Status {}

    record Found(String version) implements Iperf3Status {}

    record Missing(LabException why) implements Iperf3Status {}
}
