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
                functions + " functions need as many iperf3 ports, and the servers have " + ports + ".",
                "Set functions to " + ports + " at most, or make a testbed with more servers or ports.");
    }

    static MeasurementException simulatedNetwork() {
        return new MeasurementException("A network cannot be simulated on AWS.", "Set link and hostLink to unlimited.");
    }

    static MeasurementException functionFailed(String what, String why) {
        return new MeasurementException(
                what + " failed: " + why, "Try again in a minute; the function's log has the details.");
    }
}
