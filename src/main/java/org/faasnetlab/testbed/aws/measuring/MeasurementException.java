package org.faasnetlab.testbed.aws.measuring;

import org.faasnetlab.LabException;

/** A trial cannot be prepared on AWS. */
public final class MeasurementException extends LabException {
    private static final long serialVersionUID = 1L;

    private MeasurementException(String sentence, String nextStep) {
        super(Kind.FAILED, sentence, nextStep);
    }

    static MeasurementException tooFewPorts(int functions, int ports) {
        return new MeasurementException(
                functions + " functions require as many iperf3 ports, but the servers have " + ports + ".",
                "Set functions to at most " + ports + ", or create a testbed with more servers or ports.");
    }

    static MeasurementException simulatedNetwork() {
        return new MeasurementException(
                "Network simulation is not available on AWS.", "Set link and hostLink to unlimited.");
    }

    static MeasurementException functionFailed(String what, String why) {
        return new MeasurementException(
                what + " failed: " + why, "Try again in a minute. See the function log for details.");
    }
}
