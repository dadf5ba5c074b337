package org.faasnetlab.ui.setup;

import org.faasnetlab.LabException;

/** What is known about the iperf3 program that was chosen. */
sealed interface Iperf3Status {

    /** Not looked for yet, or under way. */
    record Unknown() implements Iperf3Status {}

    record Found(String version) implements Iperf3Status {}

    record Missing(LabException why) implements Iperf3Status {}
}
